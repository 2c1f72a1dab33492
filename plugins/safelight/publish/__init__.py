"""From a tree that passed the gate to the public: precompressed, stamped, promoted by rename, deployed."""

from safelight.publish.deploy import deploy, purge_addresses
from safelight.publish.lock import build_lock
from safelight.publish.plan import Plan
from safelight.publish.precompress import precompress
from safelight.publish.promote import promote, recover
from safelight.publish.servers import NginxSetup, nginx_config, write_server_files
from safelight.publish.stamp import STAMP, verify_stamp, write_stamp
from safelight.publish.targets import target

__all__ = [
    "STAMP",
    "NginxSetup",
    "Plan",
    "build_lock",
    "deploy",
    "nginx_config",
    "precompress",
    "promote",
    "purge_addresses",
    "recover",
    "target",
    "verify_stamp",
    "write_server_files",
    "write_stamp",
]
