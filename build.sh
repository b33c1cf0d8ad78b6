#!/usr/bin/env bash
# The one command of Playmore for Java; ./build.sh help says what it does.
# Written for bash 3.2 too, which macOS still has, and for Git Bash on Windows.
[ -n "${BASH_VERSION:-}" ] || exec bash "$0" "$@" || exit    # where sh runs it
set -eu
cd "$(dirname "$0")"

usage='usage: ./build.sh run [NN ...]   replay the lecture in JShell: all of it, or these chapters
       ./build.sh play [NN]      play it cell by cell, with a prompt in between; go on where you left, or from NN
       ./build.sh shell [NN]     open jshell with everything at hand, after chapter NN if given
       ./build.sh test           run all tests
       ./build.sh bench          measure the engine against PyTorch and bare loops (four minutes)
       ./build.sh pytorch        fetch PyTorch for chapter 13, once more after that failed
       ./build.sh clean          delete what was built and fetched (target/); out/ stays
       ./build.sh help           print this, and once built, the chapters

A chapter is given as 8, 08 or 08-neuron-backprop; 05-08 are all from 05 to 08, and 1:09:02
all from that time of the lecture on. What has changed is built first; the first time,
PyTorch is fetched too (110 MB), but for --no-pytorch. Pictures, tables and notes go to out/.'

die() { # STATUS, then what to say
    local status=$1
    shift
    printf '%s\n' "$@" >&2
    exit "$status"
}

case $OSTYPE in    # what parts the entries of a class path
    msys* | cygwin*) separator=';' ;;
    *) separator=: ;;
esac

needed='Playmore needs a JDK, version 17 or newer'

find_jdk() { # sets JAVA_HOME and java_version
    local tool jdk
    if [ -z "${JAVA_HOME:-}" ]; then
        tool=$(command -v jshell || command -v javac || command -v java) ||
            die 1 "$needed, and finds none: install one (https://adoptium.net), or set JAVA_HOME to it."
        JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$tool" 2> /dev/null || echo "$tool")")")
        [ -f "$JAVA_HOME/release" ] ||    # a launcher that stands for a JDK elsewhere
            JAVA_HOME=$("$(dirname "$tool")/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
        [ -n "$JAVA_HOME" ] || die 1 "$needed, and finds none: install one (https://adoptium.net), or set JAVA_HOME to it."
    fi
    JAVA_HOME=${JAVA_HOME%$'\r'}
    [ "$separator" = : ] || JAVA_HOME=${JAVA_HOME//\\//}    # C:\Program Files\...
    [ -x "$JAVA_HOME/bin/java" ] ||
        die 1 "$needed, but JAVA_HOME is $JAVA_HOME, which is none: set it to a JDK, or unset it."
    java_version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$JAVA_HOME/release" 2> /dev/null) || true
    java_version=${java_version:-17}
    jdk=${java_version#1.}
    jdk=${jdk%%[!0-9]*}
    [ "$jdk" -ge 17 ] ||
        die 1 "$needed; the Java in $JAVA_HOME is version $jdk: install a newer one, or set JAVA_HOME to it."
    [ -x "$JAVA_HOME/bin/javac" ] && [ -x "$JAVA_HOME/bin/jshell" ] ||
        die 1 "$needed; in $JAVA_HOME is a Java that only runs programs, without javac or jshell: install the full JDK."
    export JAVA_HOME
}

need_to_build() { # Maven, and a folder to build in
    command -v mvn > /dev/null ||
        die 1 'Playmore is built and tested with Maven, and finds none: install it (https://maven.apache.org).'
    mkdir -p target 2> /dev/null && [ -w target ] ||
        die 1 "Cannot write to $PWD, so nothing can be built here: copy the folder to where you may write."
}

once() { # CHECK ACTION, which is done where the check fails; by one build.sh at a time in this folder
    if "$1"; then return; fi
    need_to_build
    local owner told=no
    until (set -C; echo $$ > target/lock) 2> /dev/null; do
        owner=$(cat target/lock 2> /dev/null) || true
        if [ -n "$owner" ] && ! kill -0 "$owner" 2> /dev/null; then
            rm -f target/lock    # that one was killed
            continue
        fi
        [ $told = yes ] || echo "Another build.sh builds here; waiting for it" \
            "(process $owner; if that is something else, delete target/lock) ..." >&2
        told=yes
        sleep 1
    done
    trap 'rm -f target/lock' EXIT
    trap 'exit 130' INT    # Maven ends by itself then, as if it had failed
    if ! "$1"; then "$2"; fi
    rm -f target/lock
    trap - EXIT INT
}

# The sources' names and contents: times change when a folder is copied or unpacked.
sources() {
    find pom.xml src/main -type f -name '[!.]*' -exec cksum {} + | LC_ALL=C sort | cksum
}

# target/built tells the sources that went into the jar. It is made last, so what a failed build leaves
# behind does not pass for finished.
is_built() {
    [ -f target/playmore.jar ] && [ "$(cat target/built 2> /dev/null)" = "$(sources)" ]
}

build() {
    echo 'Building; the first time this fetches libraries and takes a minute.' >&2
    rm -f target/playmore.jar && rm -rf target/built target/classes target/lib target/jshell-*.jsa ||
        die 1 'What was built before cannot be replaced, as it is in use: close the shell of Playmore that is open, and try again.'
    sources > target/building
    mvn --batch-mode --quiet -Dmaven.test.skip=true package > target/build.log 2>&1 || {
        cat target/build.log >&2
        die 1 '' 'The build failed, see above. If a library could not be fetched, connect to the network and try again.'
    }
    mv target/building target/built
}

# There, or not to be had: then target/pytorch.log says why.
has_pytorch() {
    [ -d target/pytorch ] || [ -f target/pytorch.log ] || [ ! -w target ] || ! command -v mvn > /dev/null
}

# Fetches PyTorch into target/pytorch, all of it or nothing. It is for chapter 13 and the tests; all else does without.
fetch_pytorch() {
    echo 'Fetching PyTorch for chapter 13 (about 110 MB, once; --no-pytorch does without) ...' >&2
    rm -rf target/pytorch.part
    if mvn --batch-mode --quiet dependency:copy@pytorch-jars dependency:unpack@pytorch-native > target/pytorch.part.log 2>&1
    then
        rm -rf target/pytorch target/pytorch.part/markers target/pytorch.part.log target/pytorch.log
        mv target/pytorch.part target/pytorch
    else
        rm -rf target/pytorch.part
        mv target/pytorch.part.log target/pytorch.log
        echo 'PyTorch could not be fetched (target/pytorch.log says why); chapter 13 will do without it.' \
            './build.sh pytorch tries again.' >&2
        return 1
    fi
}

prepare() { # builds what there is to build; sets class_path, java_options, and main, which runs playmore.Main
    local jar user home
    find_jdk
    java_options=(-Dfile.encoding=UTF-8 -Dstdin.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)
    # Where the locale is not UTF-8, Java could not even open a file with an umlaut in its name.
    [ "$(locale charmap 2> /dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8
    # Java and Maven keep things in the home that the system knows, whatever $HOME is. Who has none there to
    # write to, as in a container that runs as a number, gets one here; Java would make a folder named ?.
    if [ "$separator" = : ] && ! { user=$(id -un 2> /dev/null) && eval "home=~$user" && [ -w "$home" ]; }; then
        java_options+=("-Duser.home=$PWD/target/home")
        export MAVEN_OPTS="${MAVEN_OPTS:-} -Duser.home=target/home"    # relative, as Maven takes no blank in it
    fi
    once is_built build
    class_path=target/playmore.jar
    if [ "$pytorch" = yes ]; then
        once has_pytorch fetch_pytorch || true
        for jar in target/pytorch/*.jar; do
            [ ! -f "$jar" ] || class_path=$class_path$separator$jar
        done
    fi
    main=("$JAVA_HOME/bin/java" "${java_options[@]}" -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED
        -javaagent:target/playmore.jar=replay    # what a script defines anew replaces the old
        --add-opens jdk.jshell/jdk.jshell=ALL-UNNAMED    # for documentation at the prompt of play
        -XX:+UseSerialGC)     # leaves the second processor to what compiles and draws
    [ ! -t 1 ] || [ "${TERM:-dumb}" = dumb ] || main+=("-Dplaymore.columns=$(tput cols 2> /dev/null || echo 80)")
    main+=(-cp "$class_path" playmore.Main)
}

shell() { # [FILE], which is loaded first
    local o prefs=target exec=exec archive=target/jshell-$java_version.jsa
    local options=(-R--enable-native-access=ALL-UNNAMED
        -R-javaagent:target/playmore.jar               # playmore.shell.Agent
        -R-XX:+UseParallelGC                           # large expressions twice as fast as with the usual one
        -J-Djava.util.logging.config.file=/dev/null    # else Java tells of its preferences
        -J-XX:TieredStopAtLevel=1                      # jshell itself; what it runs is compiled fully
        -J-Xlog:disable)                               # an archive that does not fit is not used, that is all
    # jshell keeps its history here, not at home; where it could not write, it would not even end.
    mkdir -p target/.java/.userPrefs 2> /dev/null && [ -w target/.java/.userPrefs ] || {
        prefs=$(mktemp -d)
        trap "rm -rf '$prefs'" EXIT
        exec=
    }
    options+=("-J-Djava.util.prefs.userRoot=$prefs")
    for o in "${java_options[@]}"; do options+=("-J$o" "-R$o"); done
    options+=(--class-path "$class_path" --startup DEFAULT --startup startup.jsh)
    has_archive || archive_jshell
    [ ! -s "$archive" ] || options+=("-J-XX:SharedArchiveFile=$archive")
    options+=(--execution playmore -J--class-path=target/playmore.jar    # playmore.shell.FastEngine
        -J--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED)                 # for our documentation at the prompt
    [ $# -eq 0 ] || echo "Running $(sed -n '1s|^// # ||p' "$1") first ..."
    $exec "$JAVA_HOME/bin/jshell" "${options[@]}" "$@"
}

# Keeps jshell's own classes as this JDK has them in memory, so that it starts sooner. An archive that is cut
# off would bring jshell down, so it is tried before it counts; an empty one says for a day that it failed.
has_archive() {
    [ -s "$archive" ] || [ -n "$(find "$archive" -mtime -1 2> /dev/null)" ] || [ ! -w target ]
}

archive_jshell() {
    echo 'Preparing jshell to start quickly (once, some seconds) ...' >&2
    { printf '/exit\n' | "$JAVA_HOME/bin/jshell" "-J-XX:ArchiveClassesAtExit=$archive.$$" "${options[@]}" &&
        printf '/exit\n' | "$JAVA_HOME/bin/jshell" "-J-XX:SharedArchiveFile=$archive.$$" "${options[@]}" &&
        mv -f "$archive.$$" "$archive"; } > /dev/null 2>&1 || { rm -f "$archive.$$"; : > "$archive"; }
}

pytorch=yes words=()
for word in "$@"; do
    if [ "$word" = --no-pytorch ]; then pytorch=no; else words+=("$word"); fi
done
set -- ${words[@]+"${words[@]}"}

command=${1:-help}
[ $# -eq 0 ] || shift
case $command in
    run)
        prepare
        exec "${main[@]}" run "$@"
        ;;
    play)
        [ $# -le 1 ] || die 2 "$usage"
        prepare
        exec "${main[@]}" play "$@"
        ;;
    shell)
        [ $# -le 1 ] || die 2 "$usage"
        prepare
        [ $# -eq 0 ] || set -- "$("${main[@]}" script "$1")"
        [ "${1-.}" ] || exit 2
        shell "$@"
        ;;
    test)
        need_to_build
        prepare
        [ "$pytorch" = yes ] || set -- -P '!pytorch' "$@"
        rm -rf target/surefire-reports
        status=0
        mvn --batch-mode --no-transfer-progress test "$@" || status=$?
        skipped=$(cat target/surefire-reports/*.xml 2> /dev/null | sed -n 's/.*<skipped message="\([^"]*\)".*/\1/p' | sort | uniq -c)
        [ -z "$skipped" ] || printf '%s\n' 'Skipped (how many, why):' "$skipped"
        [ -z "$skipped" ] || [ -z "${CI:-}" ] || die 1 'In CI nothing may be skipped.'
        exit $status
        ;;
    bench)
        need_to_build
        prepare
        mvn --batch-mode --quiet -Dmdep.includeScope=test -Dmdep.outputFile=target/bench.classpath \
            test-compile dependency:build-classpath
        exec "$JAVA_HOME/bin/java" "${java_options[@]}" --enable-native-access=ALL-UNNAMED -cp \
            "target/test-classes${separator}target/classes$separator$(cat target/bench.classpath)$separator$class_path" \
            playmore.bench.Bench
        ;;
    pytorch)
        find_jdk
        once is_built build
        once false fetch_pytorch
        ;;
    clean)
        rm -rf target
        ;;
    help | -h | --help)
        printf '%s\n' "$usage"
        if is_built; then
            pytorch=no    # it is not fetched for this
            prepare
            exec "${main[@]}" list
        fi
        ;;
    *)
        die 2 "There is no \"$command\"." "$usage"
        ;;
esac
