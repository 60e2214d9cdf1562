package org.jiuzhu.casefile.process;

import org.jiuzhu.household.Need;
import org.jiuzhu.shared.Words;
import org.springframework.stereotype.Component;

/** A need as a form tells it: what it is, what the household said of it, what the plan wants to reach. */
@Component
class NeedWords {

    private final Words words;

    NeedWords(Words words) {
        this.words = words;
    }

    String about(Need need) {
        String name = words.sayOr("need." + need.category(), need.category());
        return need.goal() == null ? name : words.say("casefile.need.about", name, need.goal());
    }
}
