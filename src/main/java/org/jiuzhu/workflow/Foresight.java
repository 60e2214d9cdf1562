package org.jiuzhu.workflow;

import java.util.List;
import java.util.Map;

/**
 * Lets a module read at once what the next steps of many processes are going to ask one by one. It is called in the
 * transaction of those steps, inside a {@link org.jiuzhu.shared.Batch} that ends with them.
 */
public interface Foresight {

    /** The id of the process whose steps are about to be taken. */
    String process();

    /** @param variables of each process, as they are now */
    void look(List<Map<String, Object>> variables);
}
