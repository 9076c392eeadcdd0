"""What the operator writes: one YAML file, checked as a whole before anything runs.

`load` gives a Config or a ConfigError with every problem and its line.
"""

from config.listening import Brand, Collector, DaemonConfig, StoreConfig
from config.loader import load, store_url
from config.reading import Reading, VoiceConfig
from config.reload import Reloader
from config.schema import Config
from config.settings import (
    PluginSettings,
    fingerprint,
    secrets_in,
    settings_of,
    validate_settings,
)
from config.telling import (
    QuietHours,
    Receiver,
    Rule,
    SilenceConfig,
    Storm,
    Team,
    When,
)
from config.template import init_text

__all__ = [
    "Brand",
    "Collector",
    "Config",
    "DaemonConfig",
    "PluginSettings",
    "QuietHours",
    "Reading",
    "Receiver",
    "Reloader",
    "Rule",
    "SilenceConfig",
    "StoreConfig",
    "Storm",
    "Team",
    "VoiceConfig",
    "When",
    "fingerprint",
    "init_text",
    "load",
    "secrets_in",
    "settings_of",
    "store_url",
    "validate_settings",
]
