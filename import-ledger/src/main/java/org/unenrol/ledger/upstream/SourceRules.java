package org.unenrol.ledger.upstream;

import java.util.Set;
import org.unenrol.model.Mode;

/**
 * The rules for a source.
 *
 * @param account the username of the administrator in whose name it acts
 * @param modes those that it may ask for
 * @param leftMode the mode of a request that only tells of a learner who has left
 * @param mostRows of one request
 * @param mostBytes of the rows of one request
 * @param replyRows tells whether each row is answered too
 * @param language of the sentences in answers, a tag of BCP 47
 */
public record SourceRules(
        String account,
        Set<Mode> modes,
        Mode leftMode,
        int mostRows,
        long mostBytes,
        boolean replyRows,
        String language) {}
