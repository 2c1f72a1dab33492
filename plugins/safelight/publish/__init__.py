"""From a tree that passed the gate to the public: precompressed, stamped, promoted by rename, deployed."""

from safelight.publish.deploy import deploy_local
from safelight.publish.lock import build_lock
from safelight.publish.precompress import precompress
from safelight.publish.promote import promote, recover
from safelight.publish.servers import NginxSetup, nginx_config, write_server_files
from safelight.publish.stamp import STAMP, verify_stamp, write_stamp

__all__ = [
    "STAMP",
    "NginxSetup",
    "build_lock",
    "deploy_local",
    "nginx_config",
    "precompress",
    "promote",
    "recover",
    "verify_stamp",
    "write_server_files",
    "write_stamp",
]
