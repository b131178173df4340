"""Where the rules come from: addresses that were read, each named once."""

from __future__ import annotations

GREENHOUSE = "https://support.greenhouse.io/hc/en-us/articles/200989175-Unsuccessful-resume-parse-"
"""Greenhouse's help page on what makes a resume fail to parse, and its size limit."""

LEVER = "https://help.lever.co/hc/en-us/articles/20087345054749-Understanding-resume-parsing"
"""Lever's help page on what it parses; the test of highlighting the text."""

RCHILLI = "https://docs.rchilli.com/kc/c_Rchilli_resume_parser_resume_quality.html"
"""RChilli's documentation of its resume-quality findings."""

RCHILLI_DATES = (
    "https://help.rchilli.com/hc/en-us/articles/"
    "4404204581145-How-Employment-Dates-Are-Extracted-from-a-Resume"
)
"""RChilli's help page on how the dates of employment are read."""

RCHILLI_GAPS = (
    "https://help.rchilli.com/hc/en-us/articles/"
    "18549051908633-Do-you-extract-the-Gap-period-from-the-experience-of-the-candidate"
)
"""RChilli's help page on the gaps that it computes."""

TEXTKERNEL = (
    "https://developer.textkernel.com/tx-platform/v10/resume-parser/overview/parser-output/"
)
"""Textkernel's documentation of its resume-quality findings."""

UNMAPPED = "https://github.com/pdfminer/pdfminer.six/issues/746"
"""Why text of some PDF files comes out as (cid:NN), and that no reader can mend it."""

ICONS = "https://github.com/braniii/fontawesome/issues/29"
"""Icons of an icon font that come out as other characters."""

EXACT_SEARCH = "https://passfirstround.com/playbooks/greenhouse"
"""A third party's account of a search that compares letters."""

ACRONYMS = "https://jobeezy.com/ats/lever/"
"""A third party's account of a search that stems words but expands no acronyms."""

SKILL_MATCH = "https://support.skillsyncer.com/en/articles/1385740-match-report"
"""How one product weighs the skills that a posting asks for."""

REPETITION = "https://prismcv.com/blog/resume-keywords-how-matching-works"
"""How keyword matchers treat repetition, by a product that is one."""

WHITE_TEXT = "https://www.worklife.news/talent/wtf-is-white-fonting/"
"""Hidden keywords, and what recruiters make of them."""

SPELLING = "https://doi.org/10.1371/journal.pone.0283280"
"""445 recruiters: errors of spelling cost 7 to 19 points of interview probability."""

XYZ = (
    "http://thecontextofthings.com/2014/04/21/"
    "laszlo-bock-and-googles-resume-advice-is-good-but-it-isnt-the-be-all-and-the-end-all/"
)
""""I accomplished X, relative to Y, by doing Z", and its limits."""

DUTIES = "https://techrhet.com/3213/?p=1450"
"""A course on statements of accomplishment in place of duties."""

FIRST_PERSON = (
    "https://solutionsfortheworkplace.com/"
    "your-resume-should-not-use-the-word-i-and-other-tricks-of-the-trade/"
)
"""A resume writer on "I" and on "responsible for"."""

CLICHES = (
    "https://blog.spcollege.edu/careers-internships/"
    "can-being-an-out-of-the-box-thinker-hurt-your-chances-at-employment-"
    "employers-say-yes-find-out-why-careerspc/"
)
"""A college's career service on cliches."""

LENGTH = (
    "https://www.cnbc.com/2018/12/19/"
    "resumego-hiring-managers-prefer-candidates-with-two-page-resumes.html"
)
"""A resume writer's study with 482 professionals: two pages were preferred to one."""

RED_FLAGS = "https://neurips.cc/public/guides/PaperChecklist"
"""What reviewers of machine learning ask of a claim; each pack names its own sources besides."""

SYNCHR = (
    "https://support.synchr-recruit.com/support/solutions/articles/"
    "3000128879-why-some-resumes-won-t-parse"
)
"""SyncHR's help page on resumes that fail to parse: scans, pictures, busy grounds, odd fonts."""

ANTIVIRUS = (
    "https://support.teamtailor.com/en/articles/5053096-recruit-safely-with-our-antivirus-scanner"
)
"""Teamtailor's help page: files with macros or JavaScript are marked as infected."""

FILE_NAMES = (
    "https://applicantsupport.keldairhr.com/hc/en-us/articles/"
    "360039423974-How-Do-I-Upload-or-Copy-Paste-My-Resume"
)
"""KeldairHR's help page: special characters in a file's name may keep it from being read."""

ENCRYPTED = "https://www.mintlify.com/100RABH-1/Resume-Generator/troubleshooting/resume-parsing"
"""A product's documentation that names encrypted files among those that it cannot read."""

FORMS = "https://pdfreader.readthedocs.io/en/stable/examples/extract_form_text.html"
"""A PDF library's documentation: text of forms is not among the text of the page."""

CONFUSABLES = "https://www.unicode.org/reports/tr39/"
"""Unicode's standard on characters of several scripts that look alike."""

INJECTION = (
    "https://arxivlens.com/explained/prompt-injection-in-automated-resume-screening-with-"
    "large-language-models-single-and-multi-injection-settings-2322-3506330"
)
"""A study of instructions to language models that are put into resumes, summed up."""

SPACES = "https://github.com/pdfminer/pdfminer.six/issues/565"
"""Words that one parser runs together although a space stands between them on the page."""

BROKEN = "https://pypdf.readthedocs.io/en/stable/user/robustness.html"
"""A PDF library's documentation: parsers differ in what they make of files that are not valid."""

WORDINESS = "https://openpress.usask.ca/rcm200/chapter/eliminating-wordiness/"
"""A university's course on professional writing: leave out the words that say nothing."""

NAMES_OF_TOOLS = (
    "http://michaelkariv.wordpress.com/2012/01/22/sloppy-developer-resumes-and-sloppy-job-postings/"
)
"""Somebody who hires developers, on the casing of the names of their tools."""

CAPITALS = "https://kb.tempworks.com/help/tips-for-electronic-resumes"
"""A vendor's tips for resumes that machines read: no capitals throughout except in headings."""

FULL_STOPS = "https://climbtheladder.com/do-resumes-need-periods-at-the-end-of-bullet-points"
"""A career guide on full stops behind bullets: either way, but one way throughout."""

EXCLAMATION = "https://purduecco.wordpress.com/2012/02/07/overused-exclamation-points/"
"""A university's career service on exclamation marks."""

REFERENCES = (
    "https://money.howstuffworks.com/business/getting-a-job/"
    "10-things-to-leave-off-your-resume10.htm"
)
"""A guide on references: they are given when they are asked for, and everybody knows."""

OBJECTIVE = "https://blog.careerbeacon.com/the-outdated-section-you-should-remove-from-your-resume/"
"""A job board's blog on the objective and on what to put in its place."""

LEFT_OUT = "https://empireresume.com/six-things-to-never-put-on-a-resume/"
"""A resume writer on pay and on reasons for leaving, among what a resume leaves out."""
PERSONAL = "https://usactivities.de/index.php/wegzulassende-angaben"
"""What Germans are used to state and an American resume leaves out, and why."""

PERSONAL_UNRELATED = (
    "http://college.monster.com/training/articles/1414-race-sex-and-religion-on-your-resume"
)
"""A job board's advice on what tells of origin, religion or family, and its exceptions."""

INFORMAL_EMAIL = (
    "https://research.tilburguniversity.edu/en/publications/"
    "what-a-difference-your-e-mail-makes-effects-of-informal-e-mail-ad"
)
"""73 recruiters: an informal e-mail address cost as much as errors of spelling."""

STREET_ADDRESS = "https://climbtheladder.com/do-i-need-a-full-address-on-my-resume"
"""A career site: town and region are enough."""

LOST_LINKS = "https://msrif.blogspot.com/2014/08/that-linkedin-link-on-your-resume-no.html"
"""A recruiter: resumes lose their links where they are taken into a database."""

NEWEST_FIRST = (
    "https://www.careerbuilder.com/advice/blog/what-is-reverse-chronological-order-on-a-resume"
)
"""A job board on the order of jobs that readers expect."""

SHORT_JOBS = "https://www.zora.uzh.ch/id/eprint/115782/"
"""A study of the University of Zurich: fewer changes of job brought more answers."""

OLD_JOBS = "https://www.myperfectresume.com/how-to/tips/on_resume_how_far_back_to_go_i"
"""How far back to go: those who hire are split."""

YEARS_ONLY = "https://doi.org/10.1038/s41562-022-01485-6"
"""9,000 applications in the UK: years of experience in place of dates."""

ACTIVE_VOICE = "https://www.recruiter.com/i/for-a-punchier-resume-use-the-active-voice/"
"""A recruiters' site on the passive and how to turn it round."""

STATEMENTS = "http://resumesthatjump.com/tips/bullets.php"
"""A resume writer on statements: their tense by the job's dates, and too little detail."""

REPEATED_VERBS = "https://www.candidate.so/glossary/action-verbs"
"""A career site: vary the verbs, no more than two statements of a job with the same one."""

STATEMENT_LENGTH = "https://climbtheladder.com/how-long-should-resume-bullet-points-be"
"""A career site: two lines at most, some 20 to 35 words."""

STATEMENTS_PER_JOB = "https://climbtheladder.com/how-many-bullets-for-each-job-on-resume"
"""A career site: three to five statements for a job, fewer for old ones."""

PARAGRAPHS = "https://blog.palladiancr.com/2009/04/resume-writing-%e2%80%93-text-block-size"
"""A recruiting firm on large blocks of text in the resumes that it counted."""

VAGUE_WORDS = "https://razor-modal.com/blog/good-cv-are-specific"
"""Somebody who interviews developers, on the words that stand where a number would."""

LANGUAGES = "https://echoapply.com/blog/multilingual-resume-parsing"
"""A third party's account of systems that first tell a resume's language, and read by it."""
