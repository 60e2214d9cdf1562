package org.jiuzhu.demo;

import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.Safety;
import org.jiuzhu.lead.Said;

/**
 * One lead of the demo and what became of it.
 *
 * @param workdaysAgo when it began, counted from the first start
 * @param told what whoever reported it said
 * @param until the task at which it is left, without prefix; empty where everything is done that can be
 */
record Story(int workdaysAgo, LeadSource source, Said said, String told, Safety safety, String until, Route route) {}
