"""Where things live and who acts: from the environment, the command line, or the platform."""

from __future__ import annotations

import getpass
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

__all__ = ["Settings"]


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user id on this machine, as in many containers
        return "unknown"


class Settings(BaseSettings):
    """The settings of one newsroom; each can be given as ``PHOTODESK_NAME``.

    ``database_url`` and ``originals`` default to places inside ``home``.
    """

    model_config = SettingsConfigDict(env_prefix="PHOTODESK_", extra="ignore")

    home: Path = Field(default_factory=lambda: user_data_path("photodesk"))
    database_url: str = ""
    originals: str = ""
    user: str = Field(default_factory=_login_name)

    @property
    def catalogue_url(self) -> str:
        return self.database_url or f"sqlite:///{self.home.absolute() / 'catalogue.db'}"

    @property
    def originals_folder(self) -> Path:
        return Path(self.originals) if self.originals else self.home / "originals"

    @property
    def thumbnails_folder(self) -> Path:
        return self.home / "thumbnails"
