package org.jiuzhu.lead;

import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.support.Actors;
import org.jspecify.annotations.Nullable;

/** People of the register, each in a household of one. */
public record Residents(People people, Households households) {

    public static final String ZHAO_ID = "999999195003120026";

    /** 赵示例, an old woman at 松鹤路. */
    public Household zhao() {
        return living("赵示例", ZHAO_ID, "13800000193");
    }

    public Household living(String name, @Nullable String idNumber, @Nullable String phone) {
        Person person = people.register(new NewPerson(Actors.POINT, name, idNumber, phone));
        return households.register(new NewHousehold(Actors.POINT, "松鹤路 1 弄", "2 号 301", person.id()));
    }
}
