#!/usr/bin/env bash
# The one command of Playmore for Java: ./build.sh help
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"
[ -f target/playmore.jar ] && [ -z "$(find src/main pom.xml -newer target/playmore.jar)" ] ||
    mvn -q -Dmaven.test.skip=true package
options=(-J-Dfile.encoding=UTF-8 -R-Dfile.encoding=UTF-8 -R-Dstdout.encoding=UTF-8 -J-Djava.util.logging.config.file=/dev/null
    --class-path target/playmore.jar --startup DEFAULT --startup startup.jsh)
case "${1:-run}" in
    run) shift || true
        for n in "${@:-}"; do exec jshell "${options[@]}" -R-Dplaymore.out=out scripts/*"$n"*.jsh < /dev/null; done ;;
    shell) shift; exec jshell "${options[@]}" ${1:+scripts/*"$1"*.jsh} ;;
    test) exec mvn test ;;
esac
