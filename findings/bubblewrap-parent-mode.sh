#!/bin/sh
# bubblewrap 0.8.0: the missing parents of what --bind puts into the sandbox have mode 0700, not 0755 as the manual says.
#
# One would guess: bwrap --bind SRC /a/b makes /a with mode 0755. The manual: missing parents are made as needed, "normally set to 0755",
# except where a --perms option with no rights for others is in effect. There is none here.
#
# What happens: --dir and --tmpfs make parents of mode 0755. For --bind, --ro-bind, --proc and --symlink it is 0700, with a umask of 022.
# As long as there is one user in the sandbox nobody notices. Where root starts bwrap and the command in it becomes another user, that user
# gets "Permission denied" for /a/b, although SRC is open to everyone.
#
# The way out: name each missing parent with --dir first: bwrap --dir /a --bind SRC /a/b.
#
# Needs Debian 12 with user namespaces. Unpacks the package bubblewrap 0.8.0-2+deb12u1 in a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download bubblewrap=0.8.0-2+deb12u1 >apt.log 2>&1 || { cat apt.log; exit 1; }
dpkg -x bubblewrap_*.deb .
mkdir source
chmod 755 source
umask 022
try() {
    printf '%-34s /a is ' "$*"
    usr/bin/bwrap --ro-bind /usr /usr --symlink usr/bin /bin --symlink usr/lib /lib --symlink usr/lib64 /lib64 "$@" stat -c %a /a 2>&1
}
{
    usr/bin/bwrap --version
    try --dir /a/b
    try --tmpfs /a/b
    try --bind source /a/b
    try --ro-bind source /a/b
    try --proc /a/b
    try --symlink target /a/b
    try --dir /a --bind source /a/b
} >seen.txt || true
cat seen.txt
cat >expected.txt <<'END'
bubblewrap 0.8.0
--dir /a/b                         /a is 755
--tmpfs /a/b                       /a is 755
--bind source /a/b                 /a is 700
--ro-bind source /a/b              /a is 700
--proc /a/b                        /a is 700
--symlink target /a/b              /a is 700
--dir /a --bind source /a/b        /a is 755
END
cmp -s expected.txt seen.txt || { echo 'this has changed'; exit 1; }
