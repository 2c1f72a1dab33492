"""Configurations for servers, all made from one `HeaderPolicy`: nginx, `.htaccess` for Apache, `_headers`."""

from safelight.publish.servers.apache import htaccess
from safelight.publish.servers.nginx import NginxSetup, nginx_config
from safelight.publish.servers.static_host import headers_file
from safelight.publish.servers.write import write_server_files

__all__ = ["NginxSetup", "headers_file", "htaccess", "nginx_config", "write_server_files"]
