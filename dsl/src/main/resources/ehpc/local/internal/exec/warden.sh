# Waits until the service is gone, however it went, and ends the processes that it left behind.
# $1 the mark that each of them has in its environment.
echo ready
while read -r _; do :; done
passes=0
found=yes
while [ -n "$found" ] && [ $passes -lt 20 ]; do
    found=
    passes=$((passes + 1))
    for process in /proc/[0-9]*; do
        if tr '\0' '\n' 2>/dev/null < "$process/environ" | grep -qxF -e "$1"; then
            kill -KILL "${process#/proc/}" 2>/dev/null && found=yes
        fi
    done 2>/dev/null
done
