package org.jiuzhu.casefile.web;

import java.util.Locale;
import org.jiuzhu.casefile.CaseDesk;
import org.jiuzhu.casefile.CaseList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
@RequestMapping("/cases")
class CaseController {

    private final CaseDesk cases;
    private final CaseView view;
    private final CaseListView list;

    CaseController(CaseDesk cases, CaseView view, CaseListView list) {
        this.cases = cases;
        this.view = view;
        this.list = list;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "OPEN") CaseList.Which which,
            @RequestParam(required = false) @Nullable Long after,
            Model model) {
        model.addAttribute("page", list.page(which, after));
        return "casefile/list";
    }

    @GetMapping("/{number:SH-.*}")
    String read(@PathVariable String number, Locale language, Model model) {
        model.addAttribute("page", view.of(cases.byNumber(number), language));
        return "casefile/case";
    }

    @GetMapping("/{id:\\d+}")
    String byId(@PathVariable long id) {
        return "redirect:/cases/" + cases.get(id).number();
    }

    /** A process of the case that is running now, the outermost first. */
    @GetMapping(path = "/{number}/diagrams/{index}", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String diagram(@PathVariable String number, @PathVariable int index, Locale language) {
        return view.diagram(cases.byNumber(number), index, language);
    }
}
