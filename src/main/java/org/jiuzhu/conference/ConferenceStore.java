package org.jiuzhu.conference;

import org.springframework.data.repository.ListCrudRepository;

interface ConferenceStore extends ListCrudRepository<Conference, Long> {}
