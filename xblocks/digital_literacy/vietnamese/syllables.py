"""Which words are well-formed Vietnamese syllables.

The table of rimes and the rules of spelling (k, gh, ngh before i, e, ê, y; stops take only two tones) are those of
school grammars, such as Đoàn Thiện Thuật, "Ngữ âm tiếng Việt", 1977. A well-formed syllable need not be a word in use:
who cannot tell must take it for one.
"""

from __future__ import annotations

from digital_literacy.vietnamese.letters import split_tones

_TABLE = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong ooc
    oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh
    uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
"""
_RIMES = frozenset(_TABLE.split())
_ONSETS = ("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", *"bcdđghklmnrstvx", "")
_FRONT = tuple("ieêy")
_BEFORE_FRONT = ("k", "gh", "ngh")
_NEVER_BEFORE_FRONT = ("c", "ng")
_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = ("\u0301", "\u0323")
_AFTER_QU = ("ych", "ynh", "yt", "yên", "yêt", "ăp", "âc", "êng")


def is_syllable(word: str) -> bool:
    """Whether `word` is written as a Vietnamese syllable can be; letter case does not count."""
    letters, tones = split_tones(word.casefold())
    return len(tones) <= 1 and any(
        _fits(onset, letters[len(onset) :], tones) for onset in _ONSETS if letters.startswith(onset)
    )


def _fits(onset: str, rime: str, tone: str) -> bool:
    if rime not in _RIMES and not (onset == "qu" and rime in _AFTER_QU):
        return False
    front = rime.startswith(_FRONT)
    if (front and onset in _NEVER_BEFORE_FRONT) or (not front and onset in _BEFORE_FRONT):
        return False
    if onset == "g" and front and not rime.startswith("i"):
        return False
    return not rime.endswith(_STOPS) or tone in _STOP_TONES
