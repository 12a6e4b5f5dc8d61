"""Digital-literacy practice and certificates for Open edX: three XBlocks and the Django app behind them."""

__version__ = "0.1.0"
