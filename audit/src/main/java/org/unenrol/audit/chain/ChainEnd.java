package org.unenrol.audit.chain;

/**
 * An end of the chain.
 *
 * @param sequence the place of its entry; 0 where there is none
 * @param hash of that entry, in hexadecimal digits
 */
public record ChainEnd(long sequence, String hash) {

    @Override
    public String toString() {
        return sequence + ":" + hash;
    }
}
