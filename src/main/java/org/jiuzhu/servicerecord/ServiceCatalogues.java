package org.jiuzhu.servicerecord;

import org.jiuzhu.rules.Jurisdiction;
import org.jiuzhu.shared.Actor;
import org.springframework.stereotype.Component;

/** Which services a record names in a place (jurisdiction, serviceGroup). */
@Component
public class ServiceCatalogues {

    private final Jurisdiction jurisdiction;

    ServiceCatalogues(Jurisdiction jurisdiction) {
        this.jurisdiction = jurisdiction;
    }

    public ServiceCatalogue of(String orgCode) {
        return ServiceCatalogue.of(jurisdiction.serviceGroups(orgCode).size());
    }

    /** Of a record that is there: a sixth service once written stays to be seen, whatever its place lists today. */
    public ServiceCatalogue of(RecordSheet sheet) {
        return sheet.items().contains(ServiceItem.S61) ? ServiceCatalogue.SIX : of(sheet.committeeCode());
    }

    /** Of a place where somebody writes by hand. */
    public ServiceCatalogue of(Actor writer) {
        return writer.orgCode() == null ? ServiceCatalogue.FIVE : of(writer.orgCode());
    }
}
