package org.unenrol.guarantees.weave;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/**
 * Called from the methods of mutants that send other statements. What is to be replaced is in a
 * file beside the woven classes.
 */
public final class SqlRewriting {

    static final String RULES_FILE = "unenrol-mutant.properties";

    private static final Properties RULES = load();

    private SqlRewriting() {}

    public static String of(String sql) {
        String rewritten = sql;
        for (Map.Entry<Object, Object> rule : RULES.entrySet()) {
            rewritten = rewritten.replaceAll((String) rule.getKey(), (String) rule.getValue());
        }
        return rewritten;
    }

    private static Properties load() {
        Properties rules = new Properties();
        try (InputStream in = ClassLoader.getSystemResourceAsStream(RULES_FILE)) {
            rules.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }
}
