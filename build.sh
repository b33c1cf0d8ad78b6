#!/usr/bin/env bash
# The one command of Playmore for Java; ./build.sh help says what it does.
# Written for bash 3.2 too, which macOS still has.
set -eu

usage='usage: ./build.sh run [NN ...]   replay the lecture in JShell: all of it, or these chapters
       ./build.sh shell [NN]     open jshell with everything at hand, after chapter NN if given
       ./build.sh test           run all tests
       ./build.sh bench          measure the engine against PyTorch and bare loops (four minutes)
       ./build.sh pytorch        fetch PyTorch for chapter 13, once more after that failed
       ./build.sh clean          delete what was built and fetched (target/); out/ stays
       ./build.sh help           print this

A chapter is given as 8, 08 or 08-neuron-backprop. What has changed is built first;
the first time, PyTorch is fetched too (110 MB), but for --no-pytorch. Pictures,
tables and notes go to out/.'

die() { # STATUS, then what to say
    local status=$1
    shift
    printf '%s\n' "$@" >&2
    exit "$status"
}

cd "$(dirname "$0")" || exit 1

# --- The JDK -----------------------------------------------------------------

needed='Playmore needs a JDK, version 17 or newer'

find_jdk() { # sets JAVA_HOME and java_version
    local tool jdk
    if [ -n "${JAVA_HOME:-}" ]; then
        [ -x "$JAVA_HOME/bin/java" ] ||
            die 1 "$needed, but JAVA_HOME is $JAVA_HOME, which is none: set it to a JDK, or unset it."
    else
        tool=$(command -v jshell || command -v javac || command -v java) ||
            die 1 "$needed, and finds none: install one (https://adoptium.net), or set JAVA_HOME to it."
        JAVA_HOME=$(dirname "$(dirname "$(resolve "$tool")")")
        if [ ! -f "$JAVA_HOME/release" ]; then   # a launcher that stands for a JDK elsewhere
            JAVA_HOME=$("$(dirname "$tool")/java" -XshowSettings:properties -version 2>&1 |
                sed -n 's/^ *java\.home = //p')
            [ -n "$JAVA_HOME" ] ||
                die 1 "$needed, and finds none: install one (https://adoptium.net), or set JAVA_HOME to it."
        fi
    fi
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

resolve() { # FILE, where its links lead
    local file=$1 link
    while link=$(readlink "$file"); do
        case $link in
            /*) file=$link ;;
            *) file=$(dirname "$file")/$link ;;
        esac
    done
    printf '%s\n' "$(cd "$(dirname "$file")" && pwd -P)/$(basename "$file")"
}

# --- The build ---------------------------------------------------------------

need_maven() {
    command -v mvn > /dev/null ||
        die 1 'Playmore is built and tested with Maven, and finds none: install it (https://maven.apache.org).'
}

need_writable() {
    mkdir -p target 2> /dev/null && [ -w target ] ||
        die 1 "Cannot write to $PWD, so nothing can be built here: copy the folder to where you may write."
}

once() { # CHECK ACTION, which is done where the check fails; by one build.sh at a time in this folder
    if "$1"; then return; fi
    lock
    if ! "$1"; then "$2"; fi
    unlock
}

lock() { # target/lock holds the number of the process that has it
    local owner told=no
    need_writable
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
    trap unlock EXIT
    trap 'exit 130' INT    # Maven ends by itself then, as if it had failed
}

unlock() {
    rm -f target/lock
    trap - EXIT INT
}

# target/built is as old as the sources that went into the jar. It is made last,
# so what a failed build leaves behind does not pass for finished.
is_built() {
    [ -f target/built ] && [ -f target/playmore.jar ] &&
        [ -z "$(find pom.xml src/main -newer target/built | head -n 1)" ]
}

build() {
    need_maven
    echo 'Building; the first time this fetches libraries and takes a minute.' >&2
    rm -rf target/built target/classes target/playmore.jar
    touch target/building
    mvn --batch-mode --quiet -Dmaven.test.skip=true package > target/build.log 2>&1 || {
        cat target/build.log >&2
        die 1 '' 'The build failed, see above. If a library could not be fetched, connect to the network and try again.'
    }
    mv target/building target/built
}

# There, or not to be had: then target/pytorch.log says why.
has_pytorch() {
    [ -d target/pytorch ] || [ -f target/pytorch.log ] || [ ! -w target ]
}

# Fetches PyTorch into target/pytorch, all of it or nothing. It is for chapter 13 and the tests; all else does without.
fetch_pytorch() {
    need_maven
    echo 'Fetching PyTorch for chapter 13 (about 110 MB, once; --no-pytorch does without) ...' >&2
    rm -rf target/pytorch.part
    if mvn --batch-mode --quiet dependency:copy@pytorch-jars dependency:unpack@pytorch-native \
            > target/pytorch.part.log 2>&1; then
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

# Builds what there is to build, and says what is on the class path.
prepare() {
    find_jdk
    utf8_locale
    once is_built build
    class_path=target/playmore.jar
    [ "$pytorch" = yes ] || return 0
    once has_pytorch fetch_pytorch || true
    local jar
    for jar in target/pytorch/*.jar; do
        [ ! -f "$jar" ] || class_path=$class_path:$jar
    done
}

# --- The chapters ------------------------------------------------------------

script_of() { # NN, the file of that chapter
    local file name
    for file in scripts/[0-9]*-*.jsh; do
        name=$(basename "$file" .jsh)
        case $name in
            "$1" | "$1"-* | "0$1"-*) printf '%s\n' "$file"; return ;;
        esac
    done
    return 1
}

chapters() { # what there is
    local file
    for file in scripts/[0-9]*-*.jsh; do
        sed -n '1s|^// # |  |p' "$file"
    done
}

need_chapter() {
    script_of "$1" > /dev/null || die 2 "There is no chapter $1. There are:" "$(chapters)"
}

# --- What runs ---------------------------------------------------------------

utf8=(-Dfile.encoding=UTF-8 -Dstdin.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)

# Where the locale is not UTF-8, Java could not even open a file with an umlaut in its name.
utf8_locale() {
    case $(locale charmap 2> /dev/null) in
        UTF-8) ;;
        *) export LC_ALL=C.UTF-8 ;;
    esac
}

run() {
    local n scripts=() options=(-Djava.awt.headless=true --enable-native-access=ALL-UNNAMED
        -javaagent:target/playmore.jar=replay    # what a script defines anew replaces the old
        -XX:+UseSerialGC)     # leaves the second processor to what compiles and draws
    for n in "$@"; do
        scripts+=("$(script_of "$n")")
    done
    [ $# -gt 0 ] || scripts=(scripts/[0-9]*-*.jsh)
    if [ -t 1 ] && [ "${TERM:-dumb}" != dumb ]; then
        options+=("-Dplaymore.columns=$(tput cols 2> /dev/null || echo 80)")
    fi
    exec "$JAVA_HOME/bin/java" "${utf8[@]}" "${options[@]}" -cp "$class_path" playmore.Main "${scripts[@]}"
}

shell() {
    local o archive options=(-R--enable-native-access=ALL-UNNAMED
        -R-javaagent:target/playmore.jar               # playmore.Prompt
        -R-XX:+UseParallelGC                           # large expressions twice as fast as with the usual one
        -J-Djava.util.logging.config.file=/dev/null    # else Java tells of its preferences
        -J-XX:TieredStopAtLevel=1                      # jshell itself; what it runs is compiled fully
        -J-Xlog:disable)                               # an archive that does not fit is not used, that is all
    for o in "${utf8[@]}"; do
        options+=("-J$o" "-R$o")
    done
    options+=(--class-path "$class_path" --startup DEFAULT --startup startup.jsh)
    archive=target/jshell-$java_version.jsa
    once has_archive archive_jshell
    [ ! -s "$archive" ] || options+=("-J-XX:SharedArchiveFile=$archive")
    [ $# -eq 0 ] || set -- "$(script_of "$1")"
    printf '%s\n' 'Playmore: Value, MLP, drawDot, plot and show are at hand. Try this line:' \
        '  var a = new Value(2.0, "a"); var L = a.mul(a).add(1).label("L"); L.backward(); drawDot(L)'
    exec "$JAVA_HOME/bin/jshell" "${options[@]}" "$@"
}

# Keeps jshell's own classes as this JDK has them in memory, so that it starts sooner. An archive that
# is cut off would bring jshell down, so it is tried before it counts; an empty one says that it failed.
has_archive() {
    [ -f "$archive" ] || [ ! -w target ]
}

archive_jshell() {
    echo 'Preparing jshell to start quickly (once, some seconds) ...' >&2
    rm -f "$archive.part"
    { printf '/exit\n' | "$JAVA_HOME/bin/jshell" "-J-XX:ArchiveClassesAtExit=$archive.part" "${options[@]}" &&
        printf '/exit\n' | "$JAVA_HOME/bin/jshell" "-J-XX:SharedArchiveFile=$archive.part" "${options[@]}" &&
        mv -f "$archive.part" "$archive"; } > /dev/null 2>&1 || { rm -f "$archive.part"; : > "$archive"; }
}

bench() {
    mvn --batch-mode --quiet -Dmdep.includeScope=test -Dmdep.outputFile=target/bench.classpath \
        test-compile dependency:build-classpath
    exec "$JAVA_HOME/bin/java" "${utf8[@]}" --enable-native-access=ALL-UNNAMED \
        -cp "target/test-classes:target/classes:$(cat target/bench.classpath):$class_path" playmore.bench.Bench
}

pytorch=yes words=()
for word in "$@"; do
    if [ "$word" = --no-pytorch ]; then pytorch=no; else words+=("$word"); fi
done
set -- ${words[@]+"${words[@]}"}

command=${1:-help}
[ $# -eq 0 ] || shift
case $command in
    run | shell)
        [ "$command" = run ] || [ $# -le 1 ] || die 2 "$usage"
        for n in "$@"; do need_chapter "$n"; done
        prepare
        "$command" "$@"
        ;;
    test)
        need_maven
        need_writable
        prepare
        [ "$pytorch" = yes ] || set -- -P '!pytorch' "$@"
        exec mvn --batch-mode --no-transfer-progress test "$@"
        ;;
    bench)
        need_maven
        need_writable
        prepare
        bench
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
        printf '%s\n' "$usage" '' 'Chapters:' "$(chapters)"
        ;;
    *)
        die 2 "There is no \"$command\"." "$usage"
        ;;
esac
