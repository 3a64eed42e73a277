# Prints a part of two files in Base64, one line each; an empty line for a file that is not there.
# $1 the offset of the first byte from 1, $2 the number of bytes, $3 and $4 the files.
offset=$1 count=$2
shift 2
for file; do
    [ ! -f "$file" ] || tail -c "+$offset" "$file" 2> /dev/null | head -c "$count" | base64 | tr -d '\n'
    echo
done
