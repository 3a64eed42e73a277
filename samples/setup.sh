#!/bin/sh
# A post script: it sets up a node, and leaves the version of its settings there.
set -eu
echo "${1:?the version is missing}" > /root/setup-version
