package org.jiuzhu.workflow.form;

import java.util.Map;
import org.jiuzhu.workflow.FormAnswers;

/** The rules of a form file, checked on the server exactly as form-js checks them in the browser. */
public interface FormRules {

    /**
     * @param schema the form file's JSON
     * @param given answers as posted
     * @param data what the server put into the form: options, prefilled and read-only values
     * @throws org.jiuzhu.shared.InvalidInput naming every field that does not hold, unknown ones included
     */
    FormAnswers check(String schema, Map<String, ?> given, Map<String, ?> data);
}
