package org.unenrol.infrastructure;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * Kafka 4.2 starts in no Turkish or Azeri JVM: it writes the group type "classic" in capitals by
 * the default locale and does not find its "CLASSİC". There the default locale is another one while
 * Kafka starts.
 */
final class NeutralLocale {

    private NeutralLocale() {}

    static synchronized <T> T during(Supplier<T> work) {
        Locale before = Locale.getDefault();
        if ("i".toUpperCase(before).equals("I")) {
            return work.get();
        }
        Locale.setDefault(Locale.ROOT);
        try {
            return work.get();
        } finally {
            Locale.setDefault(before);
        }
    }
}
