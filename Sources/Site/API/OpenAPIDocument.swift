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
                "responses": {"201": {"description": "The concern", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Concern"}}}}, "default": {"$ref": "#/components/responses/Problem"}}
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
                  {"name": "from", "in": "query", "schema": {"type": "string", "format": "date"}},
                  {"name": "to", "in": "query", "schema": {"type": "string", "format": "date"}},
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
              "key": {"name": "Idempotency-Key", "in": "header", "required": true, "schema": {"type": "string", "maxLength": 200}}
            },
            "responses": {
              "Problem": {"description": "What is wrong (RFC 9457)", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
            },
            "schemas": {
              "Problem": {"type": "object", "required": ["type", "status", "title"], "properties": {
                "type": {"type": "string"}, "status": {"type": "integer"}, "title": {"type": "string"}, "detail": {"type": "string"}, "instance": {"type": "string"},
                "problems": {"type": "array", "items": {"type": "object", "properties": {"field": {"type": "string"}, "message": {"type": "string"}}}}}},
              "ConcernLine": {"type": "object", "required": ["id", "reference", "received_on", "status"], "properties": {
                "id": {"type": "string", "format": "uuid"}, "reference": {"type": "string"}, "received_on": {"type": "string", "format": "date"}, "status": {"type": "string"},
                "immediate_danger": {"type": "boolean"}, "location_type": {"type": "string"}, "town": {"type": "string"}, "response": {"type": "string"}, "summary": {"type": "string"}}},
              "ConcernList": {"type": "object", "required": ["items"], "properties": {"items": {"type": "array", "items": {"$ref": "#/components/schemas/ConcernLine"}}, "next": {"type": "string"}}},
              "Mention": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string", "enum": ["person", "phone", "vehicle", "email", "online-account", "advertisement", "company", "bank-account", "document"]},
                "role": {"type": "string"}, "description": {"type": "string"}, "value": {"type": "string"}, "name": {"type": "string", "description": "Taken and sealed; never given out", "writeOnly": true}}},
              "NewConcern": {"type": "object", "required": ["source", "seen", "location_type"], "properties": {
                "received_on": {"type": "string", "format": "date"}, "source": {"type": "string"}, "immediate_danger": {"type": "boolean"}, "police_incident": {"type": "string"},
                "summary": {"type": "string"}, "seen": {"type": "string", "minLength": 1, "maxLength": 20000}, "inferred": {"type": "string", "maxLength": 20000}, "happens_when": {"type": "string"},
                "how_known": {"type": "string"}, "location_type": {"type": "string"}, "place": {"type": "string"}, "postcode": {"type": "string"}, "town": {"type": "string"}, "ward": {"type": "string"},
                "residence": {"type": "string"}, "nationality": {"type": "string"}, "people_count": {"type": "integer", "minimum": 0, "maximum": 10000},
                "children_present": {"type": "string", "enum": ["yes", "no", "unknown"]}, "exploitation_types": {"type": "array", "items": {"type": "string"}},
                "indicators": {"type": "array", "items": {"type": "string"}}, "mentions": {"type": "array", "items": {"$ref": "#/components/schemas/Mention"}}}},
              "Concern": {"type": "object", "required": ["id", "reference", "version", "received_on", "status"], "properties": {
                "id": {"type": "string", "format": "uuid"}, "reference": {"type": "string"}, "version": {"type": "integer"}, "received_on": {"type": "string", "format": "date"}, "status": {"type": "string"},
                "questions": {"type": "array", "items": {"$ref": "#/components/schemas/Question"}}}},
              "Question": {"type": "object", "required": ["id", "version", "concern", "agency", "question", "due_at"], "properties": {
                "id": {"type": "string", "format": "uuid"}, "version": {"type": "integer"}, "concern": {"type": "string", "format": "uuid"}, "concern_reference": {"type": "string"}, "agency": {"type": "string"},
                "question": {"type": "string"}, "due_at": {"type": "string", "format": "date-time"}, "answer": {"type": "string", "enum": ["nothing-held", "held", "cannot-share", "conflict"]},
                "summary": {"type": "string"}, "grading": {"type": "string"}, "conditions": {"type": "string"}, "speak_to": {"type": "string"}, "answered_at": {"type": "string", "format": "date-time"}}},
              "QuestionList": {"type": "object", "required": ["items"], "properties": {"items": {"type": "array", "items": {"$ref": "#/components/schemas/Question"}}, "next": {"type": "string"}}},
              "Answer": {"type": "object", "required": ["answer"], "properties": {
                "answer": {"type": "string", "enum": ["nothing-held", "held", "cannot-share", "conflict"]}, "summary": {"type": "string"}, "grading": {"type": "string", "description": "Source 1 to 3, assessment A to E, handling P or C: 2CP"},
                "conditions": {"type": "string"}, "speak_to": {"type": "string"}, "version": {"type": "integer"}}},
              "Visit": {"type": "object", "required": ["id", "reference", "status", "visited_on"], "properties": {
                "id": {"type": "string", "format": "uuid"}, "reference": {"type": "string"}, "concern": {"type": "string", "format": "uuid"}, "status": {"type": "string"}, "visited_on": {"type": "string", "format": "date"},
                "purpose": {"type": "string"}, "town": {"type": "string"}, "interventions": {"type": "integer"}, "screened": {"type": "integer"}}},
              "VisitList": {"type": "object", "required": ["items"], "properties": {"items": {"type": "array", "items": {"$ref": "#/components/schemas/Visit"}}, "next": {"type": "string"}}},
              "NewVisit": {"type": "object", "required": ["purpose", "visited_on", "place", "location_type"], "properties": {
                "concern": {"type": "string", "description": "The reference of the concern; left out for a preventive visit"}, "purpose": {"type": "string"}, "visited_on": {"type": "string", "format": "date"}, "starts_at": {"type": "string"},
                "place": {"type": "string"}, "postcode": {"type": "string"}, "location_type": {"type": "string"}, "town": {"type": "string"}, "lead": {"type": "string"}, "lead_reason": {"type": "string"}, "risks": {"type": "string"},
                "agencies": {"type": "array", "items": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}, "role": {"type": "string"}, "officers": {"type": "integer"}}}}}},
              "Screening": {"type": "object", "required": ["id", "reference", "visit"], "properties": {
                "id": {"type": "string", "format": "uuid"}, "reference": {"type": "string"}, "visit": {"type": "string", "format": "uuid"}, "gender": {"type": "string"}, "age_group": {"type": "string"}, "nationality": {"type": "string"}, "outcome": {"type": "string"}}},
              "ScreeningList": {"type": "object", "required": ["items"], "properties": {"items": {"type": "array", "items": {"$ref": "#/components/schemas/Screening"}}, "next": {"type": "string"}}},
              "NewScreening": {"type": "object", "required": ["visit", "gender", "age_group", "outcome"], "properties": {
                "visit": {"type": "string", "format": "uuid"}, "gender": {"type": "string"}, "age_group": {"type": "string"}, "nationality": {"type": "string"}, "language": {"type": "string"}, "outcome": {"type": "string"}}},
              "Dashboard": {"type": "object", "required": ["concerns", "visits", "interventions", "screened"], "properties": {
                "concerns": {"$ref": "#/components/schemas/Figures"}, "visits": {"$ref": "#/components/schemas/Figures"}, "interventions": {"$ref": "#/components/schemas/Figures"}, "screened": {"$ref": "#/components/schemas/Figures"}}},
              "Figures": {"type": "object", "required": ["total"], "properties": {"total": {"type": "integer"}}, "additionalProperties": {"type": "object", "additionalProperties": {"type": "integer"}}}
            }
          }
        }
        """
}
