package dev.sallyport.testkit.journey;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Something an administrator can do to somebody's account. */
record AccountCall(String method, String path, String body) {

    /** What changes an account. */
    static final List<AccountCall> CHANGES = List.of(
            new AccountCall("PATCH", "", "{\"display_name\":\"Ada\"}"),
            new AccountCall("PATCH", "/role", "{\"role\":\"USER\"}"),
            new AccountCall("POST", "/suspend", "{\"reason\":\"Overdue books\"}"),
            new AccountCall("POST", "/activate", ""),
            new AccountCall("POST", "/unlock", ""),
            new AccountCall("POST", "/restore", ""),
            new AccountCall("POST", "/purge", ""),
            new AccountCall("DELETE", "/sessions", ""),
            new AccountCall("DELETE", "", ""));

    /** What shows one. */
    static final List<AccountCall> READS =
            List.of(new AccountCall("GET", "", ""), new AccountCall("GET", "/sessions", ""));

    Answer on(String account, Api as) {
        Map<String, String> headers = body.isEmpty() ? Map.of() : Map.of("Content-Type", "application/json");
        return as.send(method, account + path, body.getBytes(StandardCharsets.UTF_8), headers);
    }
}
