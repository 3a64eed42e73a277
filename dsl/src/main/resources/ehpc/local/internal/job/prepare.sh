# Resolves the paths of a job, starting in /home: prints its directory and its two output files, or the name of the wrong parameter.
# $1 user, $2 directory, $3 path of standard output, $4 of standard error, both may be directories, or nothing for the job's directory;
# $5 and $6 the names of the files in a directory.
mkdir -p -- "./$1" && cd -- "./$1" || exit 1
HOME=$PWD
cd -- "$2" 2> /dev/null || { echo PackagePath; exit 3; }
directory=$PWD

# Prints the file for a path: $1 a parameter's name, $2 the path, $3 the name of the file in a directory.
place() {
    cd -- "$HOME" || return 1
    case $2 in
        '') echo "$directory/$3"; return ;;
        */) mkdir -p -- "$2" 2> /dev/null ;;
    esac
    if [ -d "$2" ]; then
        cd -- "$2" 2> /dev/null && echo "$PWD/$3" && return
    else
        mkdir -p -- "$(dirname -- "$2")" 2> /dev/null && cd -- "$(dirname -- "$2")" 2> /dev/null &&
            echo "$PWD/$(basename -- "$2")" && return
    fi
    echo "$1"
    return 1
}
output=$(place StdoutRedirectPath "$3" "$5") || { echo "$output"; exit 3; }
errors=$(place StderrRedirectPath "$4" "$6") || { echo "$errors"; exit 3; }
printf '%s\n' "$directory" "$output" "$errors"
