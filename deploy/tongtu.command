#!/bin/sh
# /usr/local/bin/tongtu: the commands of staff, run by root as the service's user and on its configuration.
exec runuser -u tongtu -- env TONGTU_CONFIG=/etc/tongtu/tongtu.properties LANG=C.UTF-8 /opt/tongtu/tongtu "$@"
