import pytest
from web_fragments.fragment import Fragment

from benchmarks.figures import size_of
from benchmarks.front_end import front_end

FILES = {"/core.js": b"var core = 1;" * 50, "/a.js": b"a();", "/core.css": b".dl-block{}" * 20}


def _fragment(*addresses: str) -> Fragment:
    fragment = Fragment("<p>Xin chào</p>")
    for address in addresses:
        (fragment.add_css_url if address.endswith(".css") else fragment.add_javascript_url)(address)
    return fragment


def test_a_file_that_two_blocks_share_counts_once() -> None:
    fragments = [_fragment("/core.js", "/core.css"), _fragment("/core.js", "/a.js")]
    page = front_end("unit", fragments, FILES.__getitem__)
    assert page.js == size_of(FILES["/core.js"]) + size_of(FILES["/a.js"])
    assert page.css == size_of(FILES["/core.css"])


def test_scripts_and_styles_inside_the_page_count_too() -> None:
    fragment = _fragment()
    fragment.add_javascript("inline();")
    fragment.add_css(".inline {}")
    page = front_end("peer", [fragment], FILES.__getitem__)
    assert (page.js, page.css) == (size_of(b"inline();"), size_of(b".inline {}"))


def test_what_a_script_is_started_with_is_part_of_the_html() -> None:
    plain, started = _fragment(), _fragment()
    started.initialize_js("Block", {"items": ["a"] * 30})
    sizes = [front_end("page", [fragment], FILES.__getitem__).html.raw for fragment in (plain, started)]
    assert sizes[1] > sizes[0] + 100


def test_an_address_without_a_file_is_an_error() -> None:
    with pytest.raises(KeyError):
        front_end("page", [_fragment("/gone.js")], FILES.__getitem__)
