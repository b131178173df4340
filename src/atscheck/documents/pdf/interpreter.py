"""pdfminer's interpreter, with what it leaves out of how a page is painted.

That is opacity, clipping, colour gradients and layers: all that decides whether drawn text is seen.
Its operations come from `content` in place of pdfminer's parser, which is slow.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, resolve1, stream_value
from pdfminer.psparser import PSLiteral, literal_name

from atscheck.documents.pdf.actual import Replacement, replacement_of
from atscheck.documents.pdf.content import operations
from atscheck.documents.pdf.device import Device
from atscheck.documents.pdf.drawing import PaintState
from atscheck.documents.pdf.painting import EnoughError

_DEEPEST = 1_000
"""Marked contents within one another; PDFium looks through all of them for each string. Real pages
have a handful."""

_DEEPEST_TEXT = 10
"""Those among the outermost of which a text can stand for the glyphs, as each puts them together
anew."""


class Interpreter(PDFPageInterpreter):
    """Interprets the pages of a file and tells the device how what is drawn gets on the page."""

    device: Device
    _around: PDFGraphicState | None = None

    def subinterp(self) -> PDFPageInterpreter:
        """An interpreter of a form drawn here, which begins with the colours in use."""
        inner = super().subinterp()
        if isinstance(inner, Interpreter):
            inner._around = self.graphicstate.copy()
        return inner

    def execute(self, streams: Sequence[object]) -> None:
        """Draw what content streams hold together, without those that are being drawn already."""
        known = [stream_value(stream) for stream in streams]
        fresh = [s for s in known if s.objid is not None and s.objid not in self.parent_stream_ids]
        self.stream_ids.clear()
        self.stream_ids.update(stream.objid for stream in fresh if stream.objid is not None)
        for operator, given in operations(fresh):
            found = _method(operator)
            if found is None:
                self.argstack += given
                continue
            draw, count = found
            operands = given
            if len(given) != count or self.argstack:
                self.argstack += given
                operands = self.pop(count)
            if len(operands) == count:
                draw(self, *operands)

    def pop(self, n: int) -> list[Any]:
        """Take the last ``n`` operands; pdfminer copies all others, which may be millions."""
        if n == 0:
            return []
        taken = self.argstack[-n:]
        del self.argstack[-n:]
        return taken

    def init_state(self, ctm: Any) -> None:
        """Start a page or form, which goes on with the state around it."""
        super().init_state(ctm)
        self.graphicstate = self._around or self.graphicstate
        self._states: list[PaintState] = []
        self._marks: list[tuple[bool, Replacement | None]] = []

    def do_q(self) -> None:
        """Save the graphics state."""
        super().do_q()
        self._states.append(self.device.state)

    def do_Q(self) -> None:  # noqa: N802
        """Restore the graphics state."""
        super().do_Q()
        if self._states:
            off, state = self.device.state.layers_off, self._states.pop()
            self.device.state = replace(state, layers_off=off) if off != state.layers_off else state

    def do_gs(self, name: object) -> None:
        """Take opacity, soft mask and blend mode from a named set of parameters."""
        found = self._resource("ExtGState", name)
        parameters = resolve1(found)
        if not isinstance(parameters, dict):
            return
        state = self.device.state
        opacity = resolve1(parameters.get("ca"))
        if isinstance(opacity, (int, float)):
            state = replace(state, opacity=float(opacity))
        if "SMask" in parameters:
            state = replace(state, masked=isinstance(resolve1(parameters["SMask"]), dict))
        if "BM" in parameters:
            modes = resolve1(parameters["BM"])
            first = modes[0] if isinstance(modes, list) and modes else modes
            normal = isinstance(first, PSLiteral) and first.name in ("Normal", "Compatible")
            state = replace(state, blended=not normal)
        self.device.state = state

    def do_W(self) -> None:  # noqa: N802
        """Clip what follows by the path that is painted next."""
        self.device.clips_next = True

    def do_W_a(self) -> None:  # noqa: N802
        """Clip as well, by the other rule of what lies inside."""
        self.device.clips_next = True

    def do_n(self) -> None:
        """End a path that is not painted: it may clip."""
        self.device.paint_path(self.graphicstate, False, False, False, self.curpath)
        super().do_n()

    def do_F(self) -> None:  # noqa: N802
        """Fill a path, by the operator's old name."""
        self.do_f()

    def do_TJ(self, seq: Any) -> None:  # noqa: N802
        """Show text; pdfminer copies the graphics state for each string, which nobody keeps."""
        if self.textstate.font is not None:
            state = self.graphicstate
            self.device.render_string(self.textstate, seq, state.ncs, state)

    def do_sh(self, name: object) -> None:
        """Paint a gradient."""
        self.device.paint_gradient()

    def do_BMC(self, tag: Any) -> None:  # noqa: N802
        """Begin marked content, which is in no layer of its own."""
        self._mark(False, None)

    def do_BDC(self, tag: Any, props: Any) -> None:  # noqa: N802
        """Begin marked content, maybe of a layer, or with a text that stands for its glyphs."""
        named = self._resource("Properties", props) if isinstance(props, PSLiteral) else props
        off = _is_named(tag, "OC") and self.device.layers.are_off(named)
        text = None
        if len(self._marks) < _DEEPEST_TEXT:
            text = replacement_of(resolve1(named), len(self.device.drawing.glyphs))
        self._mark(off, text)

    def _mark(self, off: bool, text: Replacement | None) -> None:
        if len(self._marks) >= _DEEPEST:
            raise EnoughError
        self._marks.append((off, text))
        self._switch(off)

    def do_EMC(self) -> None:  # noqa: N802
        """End marked content."""
        if self._marks:
            off, replacement = self._marks.pop()
            self._switch(-off)
            if replacement is not None:
                replacement.apply(self.device.drawing.glyphs)

    def _switch(self, by: int) -> None:
        """Enter or leave so many layers that are off."""
        if by:
            state = self.device.state
            self.device.state = replace(state, layers_off=state.layers_off + by)

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802
        """Draw a form or an image; the state inside of it ends with it."""
        outer = self.device.state
        drawn = resolve1(self.xobjmap.get(literal_name(xobjid_arg)))
        if isinstance(drawn, PDFStream):
            self._enter(drawn.attrs)
        super().do_Do(xobjid_arg)
        self.device.state = outer

    def _enter(self, attributes: dict[str, Any]) -> None:
        """Take over what a form or an image says of its layer and its opacity."""
        self._switch(self.device.layers.are_off(attributes.get("OC")))
        if "Group" in attributes:
            state = self.device.state
            self.device.state = replace(state, opacity=1.0, group=state.group * state.opacity)

    def _resource(self, kind: str, name: object) -> Any:
        """The resource of that kind and name, not resolved, or None."""
        named = resolve1(self.resources.get(kind)) if isinstance(self.resources, dict) else None
        return named.get(literal_name(name)) if isinstance(named, dict) else None


def _is_named(value: object, name: str) -> bool:
    return isinstance(value, PSLiteral) and value.name == name


@lru_cache(maxsize=1_000)
def _method(operator: bytes) -> tuple[Callable[..., None], int] | None:
    """What an operator does, and how many operands it takes; None if it is unknown."""
    name = operator.decode("utf-8", "ignore")
    for mark, spelt in (("*", "_a"), ('"', "_w"), ("'", "_q")):
        name = name.replace(mark, spelt)
    method = getattr(Interpreter, f"do_{name}", None)
    return None if method is None else (method, method.__code__.co_argcount - 1)
