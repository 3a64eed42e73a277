# Appends to a file in the home of a user, starting in /home, or replaces it.
# $1 user, $2 the file, $3 the text in Base64, $4 "new" to replace the file.
mkdir -p -- "./$1" && cd -- "./$1" || exit 1
mkdir -p -- "$(dirname -- "$2")" || exit 1
[ "$4" != new ] || : > "$2" || exit 1
printf %s "$3" | base64 -d >> "$2" && chmod 755 -- "$2"
