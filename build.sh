#!/usr/bin/env bash
# The one command of Playmore for Java: ./build.sh help
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"

# Fetches PyTorch into target/pytorch, all of it or nothing. It is for chapter 13 and the tests; all else does without.
fetch_pytorch() {
    echo "Fetching PyTorch for chapter 13 (about 110 MB, once; --no-pytorch does without) ..."
    rm -rf target/pytorch.part
    if mvn -B -q dependency:copy@pytorch-jars dependency:unpack@pytorch-native > target/pytorch.log 2>&1; then
        rm -rf target/pytorch target/pytorch.part/markers
        mv target/pytorch.part target/pytorch
        rm target/pytorch.log
    else
        rm -rf target/pytorch.part
        echo "PyTorch could not be fetched (target/pytorch.log says why); chapter 13 will do without it." \
            "./build.sh pytorch tries again." >&2
        return 1
    fi
}

pytorch=yes words=()
for word in "$@"; do
    if [ "$word" = --no-pytorch ]; then pytorch=no; else words+=("$word"); fi
done
set -- ${words[@]+"${words[@]}"}

[ -f target/playmore.jar ] && [ -z "$(find src/main pom.xml -newer target/playmore.jar)" ] ||
    mvn -q -Dmaven.test.skip=true package
if [ "${1:-}" = pytorch ]; then fetch_pytorch; exit; fi
[ $pytorch = no ] || [ -d target/pytorch ] || [ -f target/pytorch.log ] || fetch_pytorch || true

class_path=target/playmore.jar
if [ $pytorch = yes ]; then
    for jar in target/pytorch/*.jar; do [ ! -f "$jar" ] || class_path+=:$jar; done
fi
options=(-J-Dfile.encoding=UTF-8 -R-Dfile.encoding=UTF-8 -R-Dstdout.encoding=UTF-8 -J-Djava.util.logging.config.file=/dev/null
    -R--enable-native-access=ALL-UNNAMED --class-path "$class_path" --startup DEFAULT --startup startup.jsh)
case "${1:-run}" in
    run) shift || true
        for n in "${@:-}"; do exec jshell "${options[@]}" -R-Dplaymore.out=out scripts/*"$n"*.jsh < /dev/null; done ;;
    shell) shift; exec jshell "${options[@]}" ${1:+scripts/*"$1"*.jsh} ;;
    test) if [ $pytorch = yes ]; then exec mvn test; else exec mvn test -P '!pytorch'; fi ;;
esac
