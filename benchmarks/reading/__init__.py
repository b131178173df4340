"""How well resumes are read, beside other readers: ``python -m benchmarks.reading``.

Documents of many layouts are built from known content (made-up persons), by several writers of PDF
and of Word files, and what each reader makes of them is compared with what a person reads on the
page: every visible word, in the order in which a person reads it. `measures` defines the figures,
`content` makes the content, `sheet` sets pages line by line for the layouts in `placed` and
`lettering`, the layouts in `flowing` leave that to the `programs` Typst and Chromium, `word` and
`word_xml` hold the layouts of Word files.
"""
