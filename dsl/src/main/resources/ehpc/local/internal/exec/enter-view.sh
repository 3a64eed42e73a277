# Enters the view of one node, as the first process of new mount and process namespaces, and becomes the given command.
# $1 the view, $2 the host name; then pairs "SOURCE PLACE" of the node's own directories up to --; then the command.
set -eu
view=$1 host=$2
shift 2
while [ "$1" != -- ]; do
    mount -n -o bind,nosuid,nodev "$1" "$view$2"
    shift 2
done
shift
cd "$view"
# New for each command: the programs below read /run, and files of another command of the node must not mislead them.
mount -n -t tmpfs -o nosuid,nodev,mode=1777 tmpfs run
mount -n -t proc -o nosuid,nodev,noexec proc proc
for part in sys sysrq-trigger irq bus; do
    [ ! -e "proc/$part" ] || mount -n -o bind,ro,nosuid,nodev,noexec "proc/$part" "proc/$part"
done
mount -n -t devpts -o nosuid,noexec,newinstance,ptmxmode=0666,mode=620 devpts dev/pts
pivot_root . .machine
cd /
umount -n -l /.machine
hostname "$host"
# Without these programs a node has no loopback interface, which few commands need.
ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null || :
exec "$@"
