#!/usr/bin/env bash
# The one command of Playmore for Java. ./build.sh help lists what it can do.
# It also runs on bash 3.2, which macOS still has, and in Git Bash on Windows.
[ -n "${BASH_VERSION:-}" ] || exec bash "$0" "$@" || exit    # started by sh
set -eu

here=$0
while [ -L "$here" ]; do    # started through a symbolic link
    link=$(readlink "$here")
    case $link in /*) here=$link ;; *) here=$(dirname "$here")/$link ;; esac
done
cd "$(dirname "$here")"

export MAVEN_OPTS="-XX:TieredStopAtLevel=1 ${MAVEN_OPTS:-}"    # Maven runs too briefly for the second compiler to pay
windows=no
case $OSTYPE in msys* | cygwin*) windows=yes ;; esac

die() { # STATUS LINE...: prints the lines and ends
    local status=$1
    shift
    printf '%s\n' "$@" >&2
    exit "$status"
}

needed='Playmore needs a JDK, version 17 or newer'

home_of() { # PROGRAM: prints the folder of the JDK or JRE that it belongs to
    local home
    home=$(dirname "$(dirname "$(readlink -f "$1" 2> /dev/null || echo "$1")")")
    [ -f "$home/release" ] ||    # a launcher whose JDK is elsewhere
        home=$("$(dirname "$1")/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
    echo "$home"
}

is_jdk() {
    [ -n "$JAVA_HOME" ] && [ -x "$JAVA_HOME/bin/javac" ] && [ -x "$JAVA_HOME/bin/jshell" ]
}

find_jdk() { # sets JAVA_HOME and java_version
    local tool jdk found=
    JAVA_HOME=${JAVA_HOME:-}
    if [ -z "$JAVA_HOME" ]; then
        for tool in java jshell javac; do    # the first that belongs to a full JDK
            tool=$(command -v $tool) || continue
            JAVA_HOME=$(home_of "$tool")
            [ -n "$found" ] || found=$JAVA_HOME
            ! is_jdk || break
        done
        is_jdk || JAVA_HOME=$found
        [ -n "$JAVA_HOME" ] ||
            die 1 "$needed, and finds none: install one (https://adoptium.net), or set JAVA_HOME to it."
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
    is_jdk || [ -z "$checkout" ] ||    # without a checkout, the jar itself says what is missing
        die 1 "$needed; in $JAVA_HOME is a Java that only runs programs, without javac or jshell: install the full JDK."
    export JAVA_HOME
    # Without a UTF-8 locale, Java cannot open a file with an umlaut in its name.
    [ "$(locale charmap 2> /dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8
}

need_maven() { # ends unless there are Maven, a folder to build in, and a home that Maven can write to
    local home
    command -v mvn > /dev/null ||
        die 1 'Playmore is built and tested with Maven, and finds none: install it (https://maven.apache.org).'
    mkdir -p target 2> /dev/null && [ -w target ] ||
        die 1 "Cannot write to $PWD, so nothing can be built here: copy the folder to where you may write."
    # Maven keeps its jars in the home that the system lists for the user, not in $HOME. A bare user id has none.
    [ $windows = yes ] || { home=$(id -un 2> /dev/null) && eval "home=~$home" && [ -w "$home" ]; } ||
        MAVEN_OPTS="$MAVEN_OPTS -Duser.home=target/home"    # relative, since Maven cannot have a blank in it
}

# A checksum of the sources' names and contents. Times would not do: they change when a folder is copied.
sources() {
    find pom.xml src/main -type f -name '[!.]*' -exec cksum {} + | LC_ALL=C sort | cksum
}

is_built() {
    [ -f "$jar" ] && [ "$(cat target/built 2> /dev/null)" = "$(sources)" ]
}

lacks_pytorch() { # whether PyTorch is missing, and was neither refused nor failed to be fetched
    [ $pytorch = yes ] && [ ! -d target/pytorch ] && [ ! -f target/pytorch.log ] && [ -w target ] &&
        command -v mvn > /dev/null
}

refuse_pytorch() { # remembers that PyTorch is not wanted, until ./build.sh pytorch
    pytorch=no
    [ -z "$checkout" ] || { mkdir -p target && : > target/no-pytorch; } 2> /dev/null || true
}

prepare() { # no|yes|again: builds what has changed; yes fetches PyTorch if it is missing, again in any case
    find_jdk
    [ -n "$checkout" ] || return 0
    case $1 in
        no) is_built && return ;;
        yes) is_built && ! lacks_pytorch && return ;;
    esac
    need_maven
    "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 src/main/build/Build.java "$(sources)" "$1"
}

usage() {
    if is_built; then
        find_jdk
        "$JAVA_HOME/bin/java" "${options[@]}" -jar "$jar" help
    else
        cat src/main/resources/playmore/help.txt
    fi
    echo "
In a checkout, what has changed is built first, and a chapter that uses PyTorch fetches that (110 MB, once,
in the background). With --no-pytorch it is never fetched, until ./build.sh pytorch. There one can also
  test           run all tests
  bench          measure the engine against PyTorch and bare loops (four minutes)
  pack           make target/playmore-VERSION.zip, which needs a JDK and nothing else
  pytorch        fetch PyTorch for chapters 13, 22 and 24; once more after that failed or was refused
  clean          delete what was built and fetched (target/); out/ stays, and that PyTorch is not wanted"
}

jar=playmore.jar checkout=
[ ! -f pom.xml ] || jar=target/playmore.jar checkout=yes

pytorch=yes words=()
[ ! -f target/no-pytorch ] || pytorch=no
for word in "$@"; do
    if [ "$word" = --no-pytorch ]; then refuse_pytorch; else words+=("$word"); fi
done
set -- ${words[@]+"${words[@]}"}
command=${1:-help}
[ $# -eq 0 ] || shift

options=(-Dfile.encoding=UTF-8 -Dstdin.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)
case $checkout:$command in
    :* | *:run | *:play | *:shell)
        prepare no
        if [ -n "$checkout" ] && lacks_pytorch; then
            need_maven
            options+=(-Dplaymore.fetch=src/main/build/Build.java)
        fi
        for name in DJL_DEFAULT_ENGINE PYTORCH_LIBRARY_PATH PYTORCH_EXTRA_LIBRARY_PATH; do
            [ -z "${!name+is set}" ] ||    # DJL would obey it
                echo "The environment variable $name is passed over: Playmore has its own PyTorch." >&2
            unset "$name"
        done
        case "${JAVA_TOOL_OPTIONS:-} ${JDK_JAVA_OPTIONS:-} ${_JAVA_OPTIONS:-}" in
            *-XX:+Use*GC*) ;;    # Java refuses to start with two collectors
            *) options+=(-XX:+UseSerialGC) ;;    # leaves the second processor to the compiler and to Graphviz
        esac
        # Graphviz has huge methods, which Java would not compile. A Java without this option ignores it.
        options+=(-XX:+IgnoreUnrecognizedVMOptions -XX:-DontCompileHugeMethods)
        if [ "$command" = shell ]; then
            # The second compiler starts later, so the prompt appears sooner. Java ignores an archive of another JDK.
            options+=(-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000
                -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 -Xlog:disable)
            archive=target/shell-$java_version.jsa
            [ ! -f "$archive" ] || options+=(-XX:SharedArchiveFile="$archive")
        fi
        exec "$JAVA_HOME/bin/java" "${options[@]}" -jar "$jar" "$command" "$@"
        ;;
    *:test)
        need_maven
        prepare $pytorch
        case "$*" in '' | *ZipTest*) set -- -P pack "$@" ;; esac    # ZipTest needs the zip
        [ "$pytorch" = yes ] || set -- -P '!pytorch' "$@"
        [ -z "${CI:-}" ] || rm -rf target/surefire-reports
        mvn --batch-mode --no-transfer-progress test "$@"
        [ -z "${CI:-}" ] || ! grep -lq '<skipped' target/surefire-reports/*.xml || die 1 'In CI nothing may be skipped.'
        ;;
    *:bench)
        need_maven
        prepare $pytorch
        mvn --batch-mode --quiet -Dmdep.includeScope=test -Dmdep.outputFile=target/bench.classpath \
            test-compile dependency:build-classpath
        separator=:
        [ $windows = no ] || separator=';'
        exec "$JAVA_HOME/bin/java" "${options[@]}" --enable-native-access=ALL-UNNAMED -cp \
            "target/test-classes${separator}target/classes$separator$(cat target/bench.classpath)" playmore.bench.Bench
        ;;
    *:pack)
        need_maven
        prepare no
        mvn --batch-mode --quiet -Dmaven.test.skip=true -P pack process-test-classes
        ;;
    *:pytorch)
        need_maven
        rm -f target/no-pytorch
        prepare again
        ;;
    *:clean)
        shopt -s nullglob dotglob
        left=
        for entry in target/*; do
            case ${entry#target/} in    # files of the build, Maven, Java and the tests
                playmore*.jar | playmore*.zip | built | build.log | lock | maven* | lib | pytorch* | no-pytorch | \
                    fetch.log | \
                    archive* | shell-*.jsa | home | .java | pack | third-party | graphviz | highlight | \
                    bench.classpath | \
                    antrun | *classes | generated-* | dependency-maven-plugin-markers | surefire* | pit-reports | \
                    build | *-test | notes-of-tests | project-jar | every-java | chapters | jdk | jshell | zip* | \
                    pictures-* | tables-* | greets-*) rm -rf "$entry" ;;
                *) left="$left $entry" ;;
            esac
        done
        [ -n "$left" ] || rm -rf target
        [ $pytorch = yes ] || refuse_pytorch
        [ -z "$left" ] || die 1 "What was not built stays; move or delete it yourself:$left"
        ;;
    *:help | *:-h | *:--help)
        usage
        ;;
    *)
        die 2 "There is no \"$command\"." "$(usage)"
        ;;
esac
