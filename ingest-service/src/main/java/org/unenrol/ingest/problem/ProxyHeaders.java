package org.unenrol.ingest.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The address that was asked for, as a proxy tells it. It becomes a part of each address that is
 * answered with, and is trusted as far as it can be one.
 */
final class ProxyHeaders {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+");
    private static final Pattern HOST =
            Pattern.compile("(\\[[\\p{XDigit}:.]++]|[\\w.-]++)(:\\d{1,5}+)?");
    private static final Map<String, Pattern> EACH =
            Map.of(
                    "X-Forwarded-Prefix", Pattern.compile("(/[\\w.~%-]++)*+/*+"),
                    "X-Forwarded-Proto", SCHEME,
                    "X-Forwarded-Host", HOST);
    private static final Pattern FORWARDED =
            Pattern.compile("(?i)\\b(proto|host)\\s*+=\\s*+(\"[^\"]*+\"|[^;,\"]*+)");

    private ProxyHeaders() {}

    static boolean areReadable(HttpServletRequest request) {
        return EACH.entrySet().stream()
                        .allMatch(
                                header ->
                                        values(request, header.getKey())
                                                .allMatch(value -> fits(header.getValue(), value)))
                && values(request, "Forwarded").allMatch(ProxyHeaders::isReadable);
    }

    private static boolean isReadable(String forwarded) {
        Matcher found = FORWARDED.matcher(forwarded);
        while (found.find()) {
            Pattern pattern = found.group(1).equalsIgnoreCase("host") ? HOST : SCHEME;
            if (!fits(pattern, found.group(2).replace("\"", ""))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Pattern pattern, String value) {
        return value.isBlank() || pattern.matcher(value.strip()).matches();
    }

    private static Stream<String> values(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name)).stream()
                .flatMap(values -> Stream.of(values.split(",")));
    }
}
