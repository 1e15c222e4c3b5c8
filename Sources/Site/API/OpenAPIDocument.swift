/// The description of the API, served at /api/openapi.json: OpenAPI 3.1, written by hand beside the routes and checked
/// against them by a test.
enum OpenAPIDocument {
    static let text = """
        {
          "openapi": "3.1.0",
          "info": {
            "title": "Plainsight",
            "version": "1",
            "description": "The records of an anti-slavery partnership, as far as the owner of the token may see them. Values of code lists are given and taken by their labels, in any case. A list pages by key: send the value of next as after. Every POST takes an Idempotency-Key: the same key a second time answers the first result."
          },
          "security": [{"token": []}],
          "paths": {
            "/api/v1/concerns": {
              "get": {
                "operationId": "listConcerns", "summary": "Concerns, those in danger first, then the newest",
                "parameters": [{"$ref": "#/components/parameters/after"},
                  {"name": "stage", "in": "query", "schema": {"type": "string", "enum": ["open", "all", "to-check", "raised", "triaged", "scoping", "response", "closed"]}},
                  {"name": "q", "in": "query", "schema": {"type": "string", "maxLength": 200}}],
                "responses": {"200": {"description": "A page", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ConcernList"}}}}, "default": {"$ref": "#/components/responses/Problem"}}
              },
              "post": {
                "operationId": "raiseConcern", "summary": "Raise a concern",
                "parameters": [{"$ref": "#/components/parameters/key"}],
                "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewConcern"}}}},
                "responses": {"201": {"description": "The concern", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/RaisedConcern"}}}}, "default": {"$ref": "#/components/responses/Problem"}}
              }
            },
            "/api/v1/concerns/{id}": {
              "get": {
                "operationId": "readConcern", "summary": "One concern with the answers that the caller may see",
                "parameters": [{"$ref": "#/components/parameters/id"}],
                "responses": {"200": {"description": "The concern", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Concern"}}}}, "default": {"$ref": "#/components/responses/Problem"}}
              }
            },
            "/api/v1/answers": {
              "get": {
                "operationId": "listQuestions", "summary": "Questions that wait for an answer of the caller's organisation",
                "responses": {"200": {"description": "The questions", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/QuestionList"}}}}, "default": {"$ref": "#/components/responses/Problem"}}
              }
            },
            "/api/v1/answers/{id}": {
              "post": {
                "operationId": "answerQuestion", "summary": "Say what the organisation holds",
                "parameters": [{"$ref": "#/components/parameters/id"}, {"$ref": "#/components/parameters/key"}],
                "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Answer"}}}},
                "responses": {"200": {"description": "The concern", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Concern"}}}}, "default": {"$ref": "#/components/responses/Problem"}}
              }
            },
            "/api/v1/visits": {
              "get": {
                "operationId": "listVisits", "summary": "Visits, the newest first",
                "parameters": [{"$ref": "#/components/parameters/after"}],
                "responses": {"200": {"description": "A page", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/VisitList"}}}}, "default": {"$ref": "#/components/responses/Problem"}}
              },
              "post": {
                "operationId": "planVisit", "summary": "Plan a visit",
                "parameters": [{"$ref": "#/components/parameters/key"}],
                "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewVisit"}}}},
                "responses": {"201": {"description": "The visit", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Visit"}}}}, "default": {"$ref": "#/components/responses/Problem"}}
              }
            },
            "/api/v1/visits/{id}": {
              "get": {
                "operationId": "readVisit", "summary": "One visit with its agencies",
                "parameters": [{"$ref": "#/components/parameters/id"}],
                "responses": {"200": {"description": "The visit", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Visit"}}}}, "default": {"$ref": "#/components/responses/Problem"}}
              }
            },
            "/api/v1/visits/{id}/screenings": {
              "get": {
                "operationId": "listScreenings", "summary": "The people screened at a visit, without names",
                "parameters": [{"$ref": "#/components/parameters/id"}],
                "responses": {"200": {"description": "The screenings", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ScreeningList"}}}}, "default": {"$ref": "#/components/responses/Problem"}}
              }
            },
            "/api/v1/screenings": {
              "post": {
                "operationId": "recordScreening", "summary": "Record a person met at a visit",
                "parameters": [{"$ref": "#/components/parameters/key"}],
                "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewScreening"}}}},
                "responses": {"201": {"description": "The screening", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Screening"}}}}, "default": {"$ref": "#/components/responses/Problem"}}
              }
            },
            "/api/v1/dashboard": {
              "get": {
                "operationId": "dashboard", "summary": "The figures, each group by its unit of count",
                "parameters": [
                  {"name": "from", "in": "query", "description": "Empty means from the beginning", "schema": {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "maxLength": 0}]}},
                  {"name": "to", "in": "query", "description": "Empty means up to the end", "schema": {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "maxLength": 0}]}},
                  {"name": "town", "in": "query", "schema": {"type": "string"}}],
                "responses": {"200": {"description": "The figures", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Dashboard"}}}}, "default": {"$ref": "#/components/responses/Problem"}}
              }
            }
          },
          "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "parameters": {
              "id": {"name": "id", "in": "path", "required": true, "schema": {"type": "string", "format": "uuid"}},
              "after": {"name": "after", "in": "query", "schema": {"type": "string"}},
              "key": {"name": "Idempotency-Key", "in": "header", "required": true, "schema": {"type": "string", "minLength": 1, "maxLength": 200}}
            },
            "responses": {
              "Problem": {"description": "What is wrong (RFC 9457)", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
            },
            "schemas": {
              "Problem": {"type": "object", "required": ["type", "status", "title", "detail", "instance", "problems"], "properties": {
                "type": {"type": "string"}, "status": {"type": "integer"}, "title": {"type": "string"},
                "detail": {"type": "string"}, "instance": {"type": "string"},
                "problems": {"type": "array", "items": {"type": "object", "required": ["field", "message"], "properties": {"field": {"type": "string", "description": "The member that is wrong; empty for the whole"}, "message": {"type": "string"}}, "additionalProperties": false}}}, "additionalProperties": false},
              "ConcernLine": {"type": "object", "required": ["id", "reference", "received_on", "status", "immediate_danger", "location_type", "town", "summary"], "properties": {
                "id": {"type": "string", "format": "uuid"}, "reference": {"type": "string"},
                "received_on": {"type": "string", "format": "date"},
                "status": {"type": "string", "enum": ["awaiting-check", "raised", "triaged", "scoping", "response", "closed", "joined"]},
                "immediate_danger": {"type": "boolean"}, "location_type": {"type": "string"}, "town": {"type": "string"},
                "response": {"type": "string", "enum": ["single", "joint", "significant"]}, "summary": {"type": "string"}}, "additionalProperties": false},
              "ConcernList": {"type": "object", "required": ["items"], "properties": {
                "items": {"type": "array", "items": {"$ref": "#/components/schemas/ConcernLine"}},
                "next": {"type": "string", "description": "Missing on the last page"}}, "additionalProperties": false},
              "Mention": {"type": "object", "description": "Somebody or something that a concern speaks of; a sealed name is never given out", "required": ["kind", "role", "description", "value"], "properties": {
                "kind": {"type": "string", "enum": ["person", "phone", "vehicle", "email", "online-account", "advertisement", "company", "bank-account", "document"]},
                "role": {"type": "string"}, "description": {"type": "string"}, "value": {"type": "string"}}, "additionalProperties": false},
              "NewMention": {"type": "object", "required": ["kind"], "properties": {
                "kind": {"type": "string", "enum": ["person", "phone", "vehicle", "email", "online-account", "advertisement", "company", "bank-account", "document"]},
                "role": {"type": "string"}, "description": {"type": "string"}, "value": {"type": "string"},
                "name": {"type": "string", "description": "Sealed", "writeOnly": true}}},
              "NewConcern": {"type": "object", "required": ["source", "seen", "location_type"], "properties": {
                "received_on": {"type": "string", "format": "date"}, "source": {"type": "string", "minLength": 1},
                "immediate_danger": {"type": "boolean"}, "police_incident": {"type": "string"},
                "summary": {"type": "string"}, "seen": {"type": "string", "minLength": 1, "maxLength": 20000},
                "inferred": {"type": "string", "maxLength": 20000}, "happens_when": {"type": "string"},
                "how_known": {"type": "string"}, "location_type": {"type": "string", "minLength": 1}, "place": {"type": "string"},
                "postcode": {"type": "string"}, "town": {"type": "string"}, "ward": {"type": "string"},
                "residence": {"type": "string"}, "nationality": {"type": "string"},
                "people_count": {"type": "integer", "minimum": 0, "maximum": 10000},
                "children_present": {"type": "string", "enum": ["yes", "no", "unknown"]},
                "exploitation_types": {"type": "array", "items": {"type": "string"}},
                "indicators": {"type": "array", "items": {"type": "string"}},
                "mentions": {"type": "array", "items": {"$ref": "#/components/schemas/NewMention"}}}},
              "Concern": {"type": "object", "required": ["id", "reference", "version", "received_on", "source", "status", "immediate_danger", "summary", "seen", "inferred", "happens_when", "location_type", "place", "postcode", "residence", "nationality", "children_present", "exploitation_types", "indicators", "mentions", "questions"], "properties": {
                "id": {"type": "string", "format": "uuid"}, "reference": {"type": "string"}, "version": {"type": "integer"},
                "received_on": {"type": "string", "format": "date"}, "source": {"type": "string"},
                "source_agency": {"type": "string"},
                "status": {"type": "string", "enum": ["awaiting-check", "raised", "triaged", "scoping", "response", "closed", "joined"]},
                "immediate_danger": {"type": "boolean"}, "police_incident": {"type": "string"},
                "summary": {"type": "string"}, "seen": {"type": "string"}, "inferred": {"type": "string"},
                "happens_when": {"type": "string"}, "location_type": {"type": "string"}, "place": {"type": "string"},
                "postcode": {"type": "string"}, "town": {"type": "string"}, "ward": {"type": "string"},
                "residence": {"type": "string"}, "nationality": {"type": "string"}, "people_count": {"type": "integer"},
                "children_present": {"type": "string", "enum": ["yes", "no", "unknown"]},
                "exploitation_types": {"type": "array", "items": {"type": "string"}},
                "indicators": {"type": "array", "items": {"type": "string", "description": "A code of the catalogue"}},
                "mentions": {"type": "array", "items": {"$ref": "#/components/schemas/Mention"}},
                "response": {"type": "string", "enum": ["single", "joint", "significant"]},
                "lead_agency": {"type": "string"},
                "questions": {"type": "array", "items": {"$ref": "#/components/schemas/Question"}}}, "additionalProperties": false},
              "RaisedConcern": {"description": "The concern; its identifier alone for a caller who may raise and not read", "anyOf": [{"$ref": "#/components/schemas/Concern"}, {"type": "object", "required": ["id"], "properties": {"id": {"type": "string", "format": "uuid"}}, "additionalProperties": false}]},
              "Question": {"type": "object", "required": ["id", "version", "concern", "concern_reference", "agency", "question", "due_at", "summary", "grading", "conditions", "speak_to"], "properties": {
                "id": {"type": "string", "format": "uuid"}, "version": {"type": "integer"},
                "concern": {"type": "string", "format": "uuid"}, "concern_reference": {"type": "string"},
                "agency": {"type": "string"}, "question": {"type": "string"},
                "due_at": {"type": "string", "format": "date-time"},
                "answer": {"type": "string", "enum": ["nothing-held", "held", "cannot-share", "conflict"]},
                "summary": {"type": "string"}, "grading": {"type": "string"}, "conditions": {"type": "string"},
                "speak_to": {"type": "string"}, "answered_at": {"type": "string", "format": "date-time"}}, "additionalProperties": false},
              "QuestionList": {"type": "object", "required": ["items"], "properties": {
                "items": {"type": "array", "items": {"$ref": "#/components/schemas/Question"}},
                "next": {"type": "string", "description": "Missing on the last page"}}, "additionalProperties": false},
              "Answer": {"type": "object", "required": ["answer"], "properties": {
                "answer": {"type": "string", "enum": ["nothing-held", "held", "cannot-share", "conflict"]},
                "summary": {"type": "string"},
                "grading": {"type": "string", "description": "Source 1 to 3, assessment A to E, handling P or C: 2CP"},
                "conditions": {"type": "string"}, "speak_to": {"type": "string"},
                "version": {"type": "integer", "description": "Of the question that the answer was written for"}}},
              "VisitLine": {"type": "object", "required": ["id", "reference", "status", "visited_on", "purpose", "location_type", "town", "lead", "interventions", "screened"], "properties": {
                "id": {"type": "string", "format": "uuid"}, "reference": {"type": "string"},
                "concern": {"type": "string", "format": "uuid"},
                "status": {"type": "string", "enum": ["planned", "ready", "made", "debriefed", "cancelled"]},
                "visited_on": {"type": "string", "format": "date"}, "purpose": {"type": "string"},
                "location_type": {"type": "string"}, "town": {"type": "string"}, "lead": {"type": "string"},
                "interventions": {"type": "integer"}, "screened": {"type": "integer"}}, "additionalProperties": false},
              "VisitList": {"type": "object", "required": ["items"], "properties": {
                "items": {"type": "array", "items": {"$ref": "#/components/schemas/VisitLine"}},
                "next": {"type": "string", "description": "Missing on the last page"}}, "additionalProperties": false},
              "Visit": {"type": "object", "required": ["id", "reference", "status", "visited_on", "starts_at", "purpose", "place", "postcode", "location_type", "town", "lead", "agencies", "interventions", "screened"], "properties": {
                "id": {"type": "string", "format": "uuid"}, "reference": {"type": "string"},
                "concern": {"type": "string", "format": "uuid", "description": "Missing for a preventive visit"},
                "status": {"type": "string", "enum": ["planned", "ready", "made", "debriefed", "cancelled"]},
                "visited_on": {"type": "string", "format": "date"}, "starts_at": {"type": "string"},
                "purpose": {"type": "string"}, "place": {"type": "string"}, "postcode": {"type": "string"},
                "location_type": {"type": "string"}, "town": {"type": "string"}, "lead": {"type": "string"},
                "agencies": {"type": "array", "items": {"type": "object", "required": ["name", "role"], "properties": {"name": {"type": "string"}, "role": {"type": "string"}, "attended": {"type": "boolean", "description": "Missing until it is said"}, "minutes": {"type": "integer"}}, "additionalProperties": false}},
                "interventions": {"type": "integer", "description": "One for each agency that attended"},
                "screened": {"type": "integer", "description": "As far as the caller may see them"}}, "additionalProperties": false},
              "NewVisit": {"type": "object", "required": ["purpose", "visited_on", "place", "location_type"], "properties": {
                "concern": {"type": "string", "description": "The reference of the concern; left out for a preventive visit"},
                "purpose": {"type": "string", "minLength": 1}, "visited_on": {"type": "string", "format": "date"},
                "starts_at": {"type": "string"}, "place": {"type": "string", "minLength": 1}, "postcode": {"type": "string"},
                "location_type": {"type": "string", "minLength": 1}, "town": {"type": "string"}, "lead": {"type": "string"},
                "lead_reason": {"type": "string"}, "risks": {"type": "string"},
                "agencies": {"type": "array", "items": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}, "role": {"type": "string"}, "officers": {"type": "integer"}}}}}},
              "Screening": {"type": "object", "required": ["id", "reference", "visit", "recorded_at", "recorded_by", "gender", "age_group", "nationality", "language", "indicators", "outcome", "consent", "next_step", "note", "has_identity"], "properties": {
                "id": {"type": "string", "format": "uuid"}, "reference": {"type": "string"},
                "visit": {"type": "string", "format": "uuid"}, "recorded_at": {"type": "string", "format": "date-time"},
                "recorded_by": {"type": "string"}, "gender": {"type": "string"}, "age_group": {"type": "string"},
                "nationality": {"type": "string"}, "language": {"type": "string"},
                "indicators": {"type": "array", "items": {"type": "string", "description": "A code of the catalogue"}},
                "outcome": {"type": "string"}, "consent": {"type": "string"}, "next_step": {"type": "string"},
                "note": {"type": "string"},
                "has_identity": {"type": "boolean", "description": "Whether a name is kept sealed; it is never given out"}}, "additionalProperties": false},
              "ScreeningList": {"type": "object", "required": ["items"], "properties": {
                "items": {"type": "array", "items": {"$ref": "#/components/schemas/Screening"}},
                "next": {"type": "string", "description": "Missing on the last page"}}, "additionalProperties": false},
              "NewScreening": {"type": "object", "required": ["visit", "gender", "age_group", "outcome"], "properties": {
                "visit": {"type": "string", "format": "uuid"}, "gender": {"type": "string", "minLength": 1},
                "age_group": {"type": "string", "minLength": 1}, "nationality": {"type": "string"}, "language": {"type": "string"},
                "indicators": {"type": "array", "items": {"type": "string"}}, "outcome": {"type": "string", "minLength": 1},
                "consent": {"type": "string"}, "next_step": {"type": "string"}, "note": {"type": "string"},
                "identity": {"type": "string", "description": "Sealed", "writeOnly": true}}},
              "Dashboard": {"type": "object", "required": ["concerns", "visits", "interventions", "screened"], "properties": {
                "concerns": {"type": "object", "required": ["total", "by_month", "by_quarter", "by_source", "by_town", "by_ward", "by_location_type", "by_exploitation_type", "by_nationality"], "properties": {"total": {"type": "integer"}, "by_month": {"$ref": "#/components/schemas/Counts"}, "by_quarter": {"$ref": "#/components/schemas/Counts"}, "by_source": {"$ref": "#/components/schemas/Counts"}, "by_town": {"$ref": "#/components/schemas/Counts"}, "by_ward": {"$ref": "#/components/schemas/Counts"}, "by_location_type": {"$ref": "#/components/schemas/Counts"}, "by_exploitation_type": {"$ref": "#/components/schemas/Counts"}, "by_nationality": {"$ref": "#/components/schemas/Counts"}}, "additionalProperties": false},
                "visits": {"type": "object", "required": ["total", "by_month"], "properties": {"total": {"type": "integer"}, "by_month": {"$ref": "#/components/schemas/Counts"}}, "additionalProperties": false},
                "interventions": {"type": "object", "required": ["total", "by_agency"], "properties": {"total": {"type": "integer"}, "by_agency": {"$ref": "#/components/schemas/Counts"}}, "additionalProperties": false},
                "screened": {"type": "object", "required": ["total", "by_gender", "by_age_group", "by_nationality", "by_outcome"], "properties": {"total": {"type": "integer"}, "by_gender": {"$ref": "#/components/schemas/Counts"}, "by_age_group": {"$ref": "#/components/schemas/Counts"}, "by_nationality": {"$ref": "#/components/schemas/Counts"}, "by_outcome": {"$ref": "#/components/schemas/Counts"}}, "additionalProperties": false}}, "additionalProperties": false},
              "Counts": {"type": "object", "description": "How many, by label or period", "additionalProperties": {"type": "integer"}}
            }
          }
        }
        """
}
