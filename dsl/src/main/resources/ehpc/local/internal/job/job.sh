# Runs one task, starting in /home.
# $1 user, $2 directory, $3 file of standard output, $4 file of standard error, $5 command line, $6 command that follows it, or nothing.
[ -d "./$1" ] || mkdir -p -- "./$1"
cd -- "./$1" || exit 1
export HOME="$PWD" USER="$1" LOGNAME="$1"
mkdir -p -- "$(dirname -- "$3")" "$(dirname -- "$4")"
exec > "$3" 2> "$4" < /dev/null
cd -- "$2" || exit 1
shift 4

# A script needs neither a directory in front of its name, nor the right to be executed; if it is not here, it is in the home directory.
first=${1%%[[:space:]]*}
script=
case $first in
    */*) script=$first ;;
    *) command -v -- "$first" > /dev/null 2>&1 || script=./$first ;;
esac
[ -z "$script" ] || [ -e "$script" ] || script=$HOME/$first
if [ -z "$script" ] || [ ! -f "$script" ]; then
    /bin/sh -c "$1"
elif [ -x "$script" ]; then
    /bin/sh -c "\"\$0\"${1#"$first"}" "$script"
else
    /bin/sh -c "/bin/sh \"\$0\"${1#"$first"}" "$script"
fi
code=$?
[ -z "$2" ] || /bin/sh -c "$2"
exit $code
