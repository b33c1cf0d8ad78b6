#!/usr/bin/env bash
# The one command of Playmore for Java; ./build.sh help says what it does.
# Written for bash 3.2 too, which macOS still has, and for Git Bash on Windows.
[ -n "${BASH_VERSION:-}" ] || exec bash "$0" "$@" || exit    # where sh runs it
set -eu

here=$0
while [ -L "$here" ]; do    # started through a link
    link=$(readlink "$here")
    case $link in /*) here=$link ;; *) here=$(dirname "$here")/$link ;; esac
done
cd "$(dirname "$here")"

export MAVEN_OPTS="-XX:TieredStopAtLevel=1 ${MAVEN_OPTS:-}"    # it runs too briefly to be compiled well
windows=no
case $OSTYPE in msys* | cygwin*) windows=yes ;; esac

die() { # STATUS, then what to say
    local status=$1
    shift
    printf '%s\n' "$@" >&2
    exit "$status"
}

needed='Playmore needs a JDK, version 17 or newer'

home_of() { # the folder of the JDK or JRE that has this program
    local home
    home=$(dirname "$(dirname "$(readlink -f "$1" 2> /dev/null || echo "$1")")")
    [ -f "$home/release" ] ||    # a launcher that stands for a JDK elsewhere
        home=$("$(dirname "$1")/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
    echo "$home"
}

is_jdk() {
    [ -x "${JAVA_HOME:-}/bin/javac" ] && [ -x "$JAVA_HOME/bin/jshell" ]
}

find_jdk() { # sets JAVA_HOME and java_version
    local tool jdk found=
    if [ -z "${JAVA_HOME:-}" ]; then
        for tool in java jshell javac; do    # the first of them that belongs to a whole JDK
            tool=$(command -v $tool) || continue
            JAVA_HOME=$(home_of "$tool")
            [ -n "$found" ] || found=$JAVA_HOME
            ! is_jdk || break
        done
        is_jdk || JAVA_HOME=$found
        [ -n "$JAVA_HOME" ] || die 1 "$needed, and finds none: install one (https://adoptium.net), or set JAVA_HOME to it."
    fi
    JAVA_HOME=${JAVA_HOME%$'\r'}
    [ $windows = no ] || JAVA_HOME=${JAVA_HOME//\\//}    # C:\Program Files\...
    [ -x "$JAVA_HOME/bin/java" ] ||
        die 1 "$needed, but JAVA_HOME is $JAVA_HOME, which is none: set it to a JDK, or unset it."
    java_version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$JAVA_HOME/release" 2> /dev/null) || true
    jdk=${java_version#1.}
    jdk=${jdk%%[!0-9]*}
    [ "${jdk:-17}" -ge 17 ] ||
        die 1 "$needed; the Java in $JAVA_HOME is version $jdk: install a newer one, or set JAVA_HOME to it."
    is_jdk || [ -z "$checkout" ] ||    # without a checkout, the jar says what is missing
        die 1 "$needed; in $JAVA_HOME is a Java that only runs programs, without javac or jshell: install the full JDK."
    export JAVA_HOME
    # Where the locale is not UTF-8, Java could not even open a file with an umlaut in its name.
    [ "$(locale charmap 2> /dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8
}

need_maven() { # and a folder to build in, and a home for it
    local home
    command -v mvn > /dev/null ||
        die 1 'Playmore is built and tested with Maven, and finds none: install it (https://maven.apache.org).'
    mkdir -p target 2> /dev/null && [ -w target ] ||
        die 1 "Cannot write to $PWD, so nothing can be built here: copy the folder to where you may write."
    # Maven keeps jars in the home that the system knows, whatever $HOME is; one who runs as a number has none there.
    [ $windows = yes ] || { home=$(id -un 2> /dev/null) && eval "home=~$home" && [ -w "$home" ]; } ||
        MAVEN_OPTS="$MAVEN_OPTS -Duser.home=target/home"    # relative, as Maven takes no blank in it
}

# The sources' names and contents: times change when a folder is copied or unpacked.
sources() {
    find pom.xml src/main -type f -name '[!.]*' -exec cksum {} + | LC_ALL=C sort | cksum
}

is_built() {
    [ -f "$jar" ] && [ "$(cat target/built 2> /dev/null)" = "$(sources)" ]
}

has_pytorch() { # or is not to have it, or cannot
    case $pytorch in no) return 0 ;; again) return 1 ;; esac
    [ -d target/pytorch ] || [ -f target/pytorch.log ] || [ ! -w target ] || ! command -v mvn > /dev/null
}

prepare() { # builds what there is to build
    find_jdk
    [ -n "$checkout" ] || return 0
    is_built && has_pytorch || {
        need_maven
        "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 src/main/build/Build.java "$(sources)" "$pytorch"
    }
}

usage() {
    if is_built; then
        find_jdk
        "$JAVA_HOME/bin/java" "${options[@]}" -jar "$jar" help
    else
        cat src/main/resources/playmore/help.txt
    fi
    echo "
In a checkout, what has changed is built first; the first time, PyTorch is fetched too (110 MB), but
for --no-pytorch. There one can also
  test           run all tests
  bench          measure the engine against PyTorch and bare loops (four minutes)
  pack           make target/playmore-VERSION.zip, which needs a JDK and nothing else
  pytorch        fetch PyTorch for chapter 13, once more after that failed
  clean          delete what was built and fetched (target/); out/ stays"
}

jar=playmore.jar checkout=
[ ! -f pom.xml ] || jar=target/playmore.jar checkout=yes

pytorch=yes words=()
for word in "$@"; do
    if [ "$word" = --no-pytorch ]; then pytorch=no; else words+=("$word"); fi
done
set -- ${words[@]+"${words[@]}"}
command=${1:-help}
[ $# -eq 0 ] || shift

options=(-Dfile.encoding=UTF-8 -Dstdin.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)
case $checkout:$command in
    :* | *:run | *:play | *:shell)
        prepare
        case "${JAVA_TOOL_OPTIONS:-} ${JDK_JAVA_OPTIONS:-} ${_JAVA_OPTIONS:-}" in
            *-XX:+Use*GC*) ;;    # Java refuses two collectors
            *) options+=(-XX:+UseSerialGC) ;;    # leaves the second processor to what compiles and draws
        esac
        options+=(-XX:-DontCompileHugeMethods)    # what draws graphs has some
        if [ "$command" = shell ]; then
            options+=(-Xlog:disable)    # an archive that does not fit is not used
            archive=target/shell-$java_version.jsa
            [ ! -f "$archive" ] || options+=(-XX:SharedArchiveFile="$archive")
        fi
        exec "$JAVA_HOME/bin/java" "${options[@]}" -jar "$jar" "$command" "$@"
        ;;
    *:test)
        need_maven
        prepare
        case "$*" in '' | *ZipTest*) set -- -P pack "$@" ;; esac    # the zip is tested, too
        [ "$pytorch" = yes ] || set -- -P '!pytorch' "$@"
        [ -z "${CI:-}" ] || rm -rf target/surefire-reports
        mvn --batch-mode --no-transfer-progress test "$@"
        [ -z "${CI:-}" ] || ! grep -lq '<skipped' target/surefire-reports/*.xml || die 1 'In CI nothing may be skipped.'
        ;;
    *:bench)
        need_maven
        prepare
        mvn --batch-mode --quiet -Dmdep.includeScope=test -Dmdep.outputFile=target/bench.classpath \
            test-compile dependency:build-classpath
        separator=:
        [ $windows = no ] || separator=';'
        exec "$JAVA_HOME/bin/java" "${options[@]}" --enable-native-access=ALL-UNNAMED -cp \
            "target/test-classes${separator}target/classes$separator$(cat target/bench.classpath)" playmore.bench.Bench
        ;;
    *:pack)
        need_maven
        pytorch=no
        prepare
        mvn --batch-mode --quiet -Dmaven.test.skip=true -P pack process-test-classes
        ;;
    *:pytorch)
        pytorch=again
        prepare
        ;;
    *:clean)
        rm -rf target
        ;;
    *:help | *:-h | *:--help)
        usage
        ;;
    *)
        die 2 "There is no \"$command\"." "$(usage)"
        ;;
esac
