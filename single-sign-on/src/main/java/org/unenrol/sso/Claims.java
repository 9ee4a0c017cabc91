package org.unenrol.sso;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Claims of a provider about one person (OpenID Connect Core 1.0, 5.1), by their names or paths.
 */
public record Claims(Map<String, Object> all) {

    /** A claim that is one text, without the space around it; empty where it is none. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(find(all, name))
                .filter(String.class::isInstance)
                .map(value -> ((String) value).strip())
                .filter(value -> !value.isEmpty());
    }

    /** The texts of a claim, which may be one or a list of them. */
    public Set<String> texts(String name) {
        Object value = find(all, name);
        Stream<?> values = value instanceof Collection<?> many ? many.stream() : Stream.of(value);
        return values.filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }

    public boolean deny(String name) {
        return String.valueOf(find(all, name)).equalsIgnoreCase("false");
    }

    /** A name may have dots itself: as an address has that Auth0 wants it to begin with. */
    private static @Nullable Object find(Map<?, ?> claims, String path) {
        Object whole = claims.get(path);
        if (whole != null) {
            return whole;
        }
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                return find(inner, path.substring(dot + 1));
            }
        }
        return null;
    }
}
