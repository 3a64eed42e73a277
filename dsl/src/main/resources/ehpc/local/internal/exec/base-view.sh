# Builds the nodes' view of the machine in a mount namespace of its own, and keeps it until standard input ends.
# $1 the directory of the view; then pairs "KIND PLACE": "machine PLACE" (read-only), "point PLACE" (an empty directory, a later mount
# point), or "link:TARGET PLACE"; then -- and an empty directory, and the places that it hides.
set -eu
view=$1
shift
mount -n -t tmpfs -o mode=755,nosuid,nodev tmpfs "$view"
# Otherwise a machine directory that contains the view would include the view.
mount -n --make-unbindable "$view"
while [ "$1" != -- ]; do
    case $1 in
        machine) mkdir -p "$view$2"; mount -n --rbind "$2" "$view$2" ;;
        point) mkdir -p "$view$2" ;;
        link:*) ln -s "${1#link:}" "$view$2" ;;
    esac
    shift 2
done
shift

# Calls $1 with id, parent's id, place and options of each mount inside the view.
each_mount() {
    while read -r id parent _ _ point options _; do
        case $point in *\\*) point=$(printf '%b' "$point") ;; esac
        case $point in "$view"/*) "$1" "$id" "$parent" "$point" "$options" ;; esac
    done < /proc/self/mountinfo
}
# The existing options must be kept: in a user namespace none of them may be removed. One of them is no option of mount.
make_read_only() {
    options=${4#r[ow]}
    case $options in *,idmapped*) options=${options%%,idmapped*}${options#*,idmapped} ;; esac
    # A mount that cannot be entered, such as another user's FUSE mount, cannot be written either.
    mount -n -o "remount,bind,nosuid,nodev,ro$options" "$3" || [ ! -x "$3" ]
}
note_cover() {
    covers="$covers|$2 $3|"
}
must_be_read_only() {
    # A mount directly on top of another one hides it.
    case $covers in *"|$1 $3|"*) return ;; esac
    case $4 in
        ro | ro,*) ;;
        *) [ ! -x "$3" ] || { echo "$3 cannot be made read-only" >&2; exit 1; } ;;
    esac
}
# Each mount by itself: a recursive bind makes only its top mount read-only.
each_mount make_read_only
empty=$1
shift
for place in "$@"; do
    mount -n -o bind,ro,nosuid,nodev "$empty" "$view$place"
done
covers=
each_mount note_cover
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
