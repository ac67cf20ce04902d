-- The institution that registered a person. While it is not known where they live, they are that institution's to keep;
-- null for persons whom no institution registered, for example those of a state register.
alter table persons add column institution_id uuid;

update persons p set institution_id = u.institution_id from users u where u.id::text = p.created_by;
