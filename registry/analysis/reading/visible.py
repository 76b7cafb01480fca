"""What a file says, so that a person can see it: signs without a shape by their code, long texts cut."""

from registry.domain.sentence import Sentence, SentenceValue

LONGEST = 200
"""Characters; more do not fit into a sentence."""


def visible(text: str) -> str:
    """*text* with every sign that has no shape of its own as ⟨U+200B⟩, and not longer than a line."""
    shown = "".join(sign if sign.isprintable() else f"⟨U+{ord(sign):04X}⟩" for sign in text[: LONGEST + 1])
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


def all_visible(sentence: Sentence) -> Sentence:
    """*sentence* with values that can be read by people, and sent to any screen."""
    return sentence.model_copy(update={"values": {key: _shown(it) for key, it in sentence.values.items()}})


def _shown(value: SentenceValue) -> SentenceValue:
    return visible(value) if isinstance(value, str) else value
