package org.jiuzhu.household;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of people in the order of their names' pinyin.
 *
 * @param next where the next page begins, or null on the last one
 */
public record PersonPage(List<PersonCard> people, @Nullable Long next) {}
