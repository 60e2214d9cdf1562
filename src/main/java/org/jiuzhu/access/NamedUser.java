package org.jiuzhu.access;

/** A logged-in user whose account has a name for people. */
interface NamedUser {

    String displayName();
}
