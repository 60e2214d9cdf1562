package org.jiuzhu.network;

import org.jiuzhu.network.Consultant.Filing;

/** Somebody's filing (备案) is another one now; published in the changing transaction. */
public record FilingChanged(String username, String orgCode, Filing filing) {}
