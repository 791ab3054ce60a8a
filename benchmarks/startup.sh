#!/bin/sh
# How long Sallyport takes to start and how much memory it holds. Linux; see README.md beside this file.
# Usage: benchmarks/startup.sh [RUNS [ROUNDS]]    RUNS starts of each kind (5), ROUNDS of sign-in and refresh (100)
set -eu

runs=${1-5}
rounds=${2-100}
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
work=$(mktemp -d)
server=
# The load comes from one address and signs one person in; it is not what throttling is for.
export SALLYPORT_THROTTLE_ENABLED=false

main() {
    trap tidy EXIT
    trap 'exit 130' INT TERM
    base=http://127.0.0.1:$(free_port)
    echo "Building if need be, then one start that is not counted ..." >&2
    start "$work/first" 600
    java=$(readlink "/proc/$server/exe")
    jar=$(tr '\0' '\n' <"/proc/$server/cmdline" | sed -n '/^-jar$/{n;p;}')
    stop
    measure
    report
}

measure() {
    i=0
    while [ $((i += 1)) -le "$runs" ]; do
        time_of bare_jvm >>"$work/bare"
        time_of start "$work/data-$i" 60 >>"$work/fresh"
        stop
        time_of start "$work/data-$i" 60 >>"$work/again"
        memory VmRSS >>"$work/rss-started"
        [ "$i" -eq "$runs" ] || stop
    done
    load
    memory VmRSS >"$work/rss-loaded"
    memory VmHWM >"$work/rss-peak"
    stop
}

report() {
    bare=$(median bare)
    echo "$(getconf _NPROCESSORS_ONLN) cores, $("$java" -version 2>&1 | sed -n '3p'), median of $runs"
    echo
    echo "| what | figure | against a bare JVM |"
    echo "| --- | ---: | ---: |"
    row "bare JVM (\`java -version\`)" "$bare ms" 1.0
    row "start to first 200 on /health, fresh data folder" "$(median fresh) ms" "$(ratio "$(median fresh)" "$bare")"
    row "the same, data folder of an earlier start" "$(median again) ms" "$(ratio "$(median again)" "$bare")"
    row "resident memory after start" "$(median rss-started) MiB" ""
    row "resident memory after $rounds sign-ins and $rounds refreshes" "$(cat "$work/rss-loaded") MiB" ""
    row "peak resident memory" "$(cat "$work/rss-peak") MiB" ""
    row "size of the jar" "$(($(wc -c <"$jar") / 1048576)) MiB" ""
}

row() {
    printf '| %s | %s | %s |\n' "$@"
}

start() { # data folder, patience in seconds
    "$here/sallyport" --port "${base##*:}" --data "$1" >"$work/log" 2>&1 </dev/null &
    server=$!
    deadline=$(($(now) + $2 * 1000))
    until [ "$(curl -s -o /dev/null -w '%{http_code}' "$base/health")" = 200 ]; do
        kill -0 "$server" 2>/dev/null || die "The service ended before it was healthy:"
        [ "$(now)" -lt "$deadline" ] || die "Not healthy after $2 s:"
        sleep 0.02
    done
}

stop() {
    kill -TERM "$server"
    wait "$server" || : # 143: ended by SIGTERM, in good order
    server=
}

load() {
    person='{"email":"ada@example.org","password":"Correct-Horse-7-Battery"}'
    post register "$person"
    i=0
    while [ $((i += 1)) -le "$rounds" ]; do
        post login "$person"
        post refresh "{\"refresh_token\":\"$(sed -n 's/.*"refresh_token" *: *"\([^"]*\)".*/\1/p' "$work/answer")\"}"
    done
}

post() { # what, body
    curl -sS --fail -o "$work/answer" -H 'Content-Type: application/json' -d "$2" "$base/api/v1/auth/$1" ||
        die "$1 failed:"
}

bare_jvm() {
    "$java" -version >/dev/null 2>&1
}

# Milliseconds that a command takes. In this shell, not in a subshell, since start leaves a process to wait for.
time_of() {
    began=$(now)
    "$@"
    echo $(($(now) - began))
}

# Milliseconds since boot, in steps of ten: POSIX has no finer clock for a script.
now() {
    sed 's/^\([0-9]*\)\.\([0-9][0-9]\) .*/\1\20/' /proc/uptime
}

# MiB
memory() {
    sed -n "s/^$1:[^0-9]*\([0-9]*\) kB/\1/p" "/proc/$server/status" | { read -r kib && echo $((kib / 1024)); }
}

median() {
    sort -n "$work/$1" | sed -n "$(((runs + 1) / 2))p"
}

# With one decimal.
ratio() {
    tenths=$(($1 * 10 / $2))
    echo "$((tenths / 10)).$((tenths % 10))"
}

free_port() {
    port=$((20000 + $$ % 10000))
    while is_taken "$port"; do
        port=$((port + 1))
    done
    echo "$port"
}

is_taken() {
    curl -s -o /dev/null --max-time 1 "http://127.0.0.1:$1/" || [ $? -ne 7 ] # 7: nobody listens
}

die() {
    echo "$1" >&2
    tail -n 20 "$work/log" >&2
    exit 1
}

tidy() {
    [ -z "$server" ] || kill -KILL "$server" 2>/dev/null || :
    rm -rf "$work"
}

main
