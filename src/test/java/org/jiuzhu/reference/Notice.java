package org.jiuzhu.reference;

/** Whose rules hold: the five notices, and the default of domain.md section 1f. */
enum Notice {
    CHUANSHA,
    CHANGNING,
    SONGJIANG,
    PUTUO,
    HANGTOU,
    DEFAULT
}
