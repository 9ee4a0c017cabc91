package org.unenrol.messaging;

/** The reasons for which a record on an internal topic is not believed. */
public enum Forgery {
    /** It has no signature that this version can read. */
    UNSIGNED,
    /** It names a key that is not set here, as when a key was signed with too early or removed. */
    UNKNOWN_KEY,
    /** Topic, key, headers or body are not what was signed, or another secret was used. */
    WRONG_SIGNATURE
}
