package org.jiuzhu.access;

import org.jiuzhu.shared.DataScope;

/** What is closed to somebody because their relatives are concerned, asked on every request with a system scope. */
public interface Relatives {

    DataScope.Closed closedTo(String username);
}
