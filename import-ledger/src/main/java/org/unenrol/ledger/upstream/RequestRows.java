package org.unenrol.ledger.upstream;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of requests, fetched a part at a time. */
public final class RequestRows {

    private final JdbcClient jdbc;

    public RequestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The names of further members of any row, in the order of their first appearance. */
    public Set<String> names(UUID request) {
        Set<String> names = new LinkedHashSet<>();
        jdbc.sql("select names from imports.upstream_part where request = :request order by part")
                .param("request", request)
                .query((row, number) -> (String[]) row.getArray("names").getArray())
                .list()
                .forEach(part -> names.addAll(List.of(part)));
        return names;
    }

    /**
     * The rows of one part after another.
     *
     * @param beforePart is called before each is fetched
     */
    public Iterator<Iterator<RequestRow>> parts(UUID request, Runnable beforePart) {
        Iterator<Integer> numbers =
                jdbc.sql(
                                "select part from imports.upstream_part where request = :request order by part")
                        .param("request", request)
                        .query(Integer.class)
                        .list()
                        .iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return numbers.hasNext();
            }

            @Override
            public Iterator<RequestRow> next() {
                beforePart.run();
                return RequestRow.read(content(request, numbers.next()));
            }
        };
    }

    /** All rows, in order. */
    public Iterator<RequestRow> all(UUID request, Runnable beforePart) {
        Iterator<Iterator<RequestRow>> parts = parts(request, beforePart);
        return new Iterator<>() {
            private Iterator<RequestRow> part = List.<RequestRow>of().iterator();

            @Override
            public boolean hasNext() {
                while (!part.hasNext() && parts.hasNext()) {
                    part = parts.next();
                }
                return part.hasNext();
            }

            @Override
            public RequestRow next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return part.next();
            }
        };
    }

    private byte[] content(UUID request, int part) {
        return jdbc.sql(
                        """
                        select content from imports.upstream_part
                        where request = :request and part = :part
                        """)
                .param("request", request)
                .param("part", part)
                .query(byte[].class)
                .single();
    }
}
