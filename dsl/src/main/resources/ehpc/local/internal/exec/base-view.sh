# Builds, in a mount namespace of its own, what every node sees of the machine, and keeps it until standard input ends.
# $1 where to build; then triples: "machine SOURCE PLACE" (read-only), "link TARGET PLACE", "hide SOURCE PLACE" (read-only),
# "point - PLACE" (an empty directory to mount on later).
set -eu
view=$1
shift
mount -n -t tmpfs -o mode=755,nosuid,nodev tmpfs "$view"
# Otherwise a machine directory that holds the view would bring the view along.
mount -n --make-unbindable "$view"
while [ $# -gt 0 ]; do
    case $1 in
        machine) mkdir -p "$view$3"; mount -n --rbind "$2" "$view$3" ;;
        link) ln -s "$2" "$view$3" ;;
        hide) mount -n --bind "$2" "$view$3" ;;
        point) mkdir -p "$view$3" ;;
    esac
    shift 3
done

# Calls $1 with the place and the options of each mount inside the view.
each_mount() {
    while read -r _ _ _ _ point options _; do
        case $point in *\\*) point=$(printf '%b' "$point") ;; esac
        case $point in "$view"/*) "$1" "$point" "$options" ;; esac
    done < /proc/self/mountinfo
}
# The options that are there must stay: in a user namespace none of them may be taken away.
make_read_only() {
    options=${2#r[ow]}
    mount -n -o "remount,bind,nosuid,nodev,ro$options" "$1" || {
        # What cannot be looked into cannot be written either: another user's FUSE mount.
        [ ! -x "$1" ]
    }
}
must_be_read_only() {
    case $2 in
        ro | ro,*) ;;
        *) [ ! -x "$1" ] || { echo "$1 cannot be made read-only" >&2; exit 1; } ;;
    esac
}
# Each mount by itself: a recursive bind passes read-only on to its top mount alone.
each_mount make_read_only
each_mount must_be_read_only

mkdir -p "$view/dev/pts" "$view/dev/shm" "$view/proc" "$view/.machine"
for device in null zero full random urandom tty; do
    : > "$view/dev/$device"
    mount -n --bind "/dev/$device" "$view/dev/$device"
done
ln -s pts/ptmx "$view/dev/ptmx"
ln -s /proc/self/fd "$view/dev/fd"
ln -s /proc/self/fd/0 "$view/dev/stdin"
ln -s /proc/self/fd/1 "$view/dev/stdout"
ln -s /proc/self/fd/2 "$view/dev/stderr"
mount -n -o remount,bind,ro,nosuid,nodev "$view"
echo ready
while read -r _; do :; done
