from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, connections


@pytest.fixture
def at_once() -> Callable[[list[Callable[[], Any]]], list[Any]]:
    """Run requests in threads of their own, all let go at one moment; gives what each returned or raised."""

    def run(requests: list[Callable[[], Any]]) -> list[Any]:
        barrier, results = threading.Barrier(len(requests)), [None] * len(requests)

        def one(place: int, request: Callable[[], Any]) -> None:
            barrier.wait()
            try:
                results[place] = request()
            except Exception as error:  # a server would answer 500: the test looks at it
                results[place] = error
            finally:
                connections.close_all()

        threads = [threading.Thread(target=one, args=each) for each in enumerate(requests)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results

    return run


@pytest.fixture
def vendor(db: Any) -> str:
    return connection.vendor
